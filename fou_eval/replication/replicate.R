# INTERNAL. The two files beside this script hold the values of single persons and families. They are for those who
# may see the data, and for nobody else. What this script prints is internal too: it has passed no disclosure control.
#
# An independent replication of the headline numbers of a before/after evaluation, in base R (R 4.0 or later, no
# packages). Nothing here was taken over from the program that made the report: every number is computed anew from
# the pairs of values, wherever possible by another route, and compared.
#
#     Rscript replicate.R            from a terminal, in any folder
#     source("replicate.R")          from R, in this folder
#
# Exit status: 0 if all numbers agree, 1 if any differs.
#
# contrasts.csv   one line per unit and indicator, complete pairs only.
#                 outcome, label, kind (scale, ordinal, count, binary, ladder); better (higher, lower, neither);
#                 step (smallest difference that the indicator can show; empty if it has none);
#                 family (running number, the same in all indicators); unit (running number within the indicator);
#                 before, after; exposure_before, exposure_after (counts only: time or opportunities).
# expected.csv    one line per number in the report: outcome, label, primary (is it a primary indicator of the plan?),
#                 statistic, number, report (unrounded; empty if the report gives none, the note says why),
#                 confidence of the intervals, multiplicity (how p is adjusted over the primary indicators).
#
# The definitions
#   change of a unit     after - before, in whole steps where there is a step, so that 0.3 - 0.2 and 0.1 are a tie
#   change of a family   a_g = mean of the changes of its members; for counts: sum of the counts over sum of the
#                        exposures after, less the same before
#   the change           mean of a_g over the families
#   exact p              null hypothesis: before and after are exchangeable within families, so every family could as
#                        well have had the opposite sign. p = the share of the 2^G patterns of signs whose sum is at
#                        least as far from 0 as the observed one
#   mid-p                the same, but patterns exactly as far away as the observed one count by half
#   interval             all constants that, taken from every a_g, leave p above 1 - confidence
#   no p                 with fewer than 6 families that changed, since even all moving one way gives p = 2 / 2^5 > 0.05
#   no interval          with fewer than 6 families, or if all families changed alike, or if a side is without limit
#   net improvement      share better - share worse, with the cluster-robust CR2 standard error and Satterthwaite's
#                        degrees of freedom (Bell & McCaffrey 2002; Pustejovsky & Tipton 2018), family as the cluster
#   adjusted p           maxt: Westfall & Young (1993), step-down, whole families flipped in all primary indicators
#                        together; or holm, bh over the primary indicators. It is never below the unadjusted p.
#   q                    Benjamini & Hochberg over all indicators that have a p

# ---- How close is the same ---------------------------------------------------------------------------------------

# Numbers agree if they differ by at most 1e-8 of the larger of them. Doubles carry 15 to 16 digits, sums of some
# tens of them 13 or 14, and the search for the end of an interval stops at 1e-10 of the range of the families;
# p-values are counted, so any error of method would show in the first digits. Near 0, 1e-8 of that range counts.
SAME <- 1e-8
# With more families than can be counted, ends and p of the sign-flip test come from a distribution on a grid, which
# blurs the place of an end by some 1e-4 of the range of the families where few values occur.
SAME_ON_A_GRID <- 1e-3
# Two sums count as tied if they differ by less than this share of the sum of all sizes: rounding error is 1e-14.
TIE <- 1e-11
FEWEST <- 6             # families that must have changed for a p
PATTERNS_LISTED <- 20   # families up to which all 2^G patterns are listed one by one
PATTERNS_COUNTED <- 32  # families up to which they are counted exactly, in two halves
JOINT_LISTED <- 21      # families up to which the report lists the joint patterns of the primary indicators
DRAWN_BY_REPORT <- 99999  # patterns that it draws when there are more; this script draws its own
DRAWN_HERE <- 200000

# ---- Reading -----------------------------------------------------------------------------------------------------

own_folder <- function() {
  # Rscript tells where the script lies (and writes a blank in the path as ~+~); else it is the working directory.
  told <- grep("^--file=", commandArgs(FALSE), value = TRUE)
  if (length(told) == 0 || interactive()) return(".")
  dirname(gsub("~+~", " ", sub("^--file=", "", told[1]), fixed = TRUE))
}

read_table <- function(name, needed, numeric) {
  path <- file.path(own_folder(), name)
  if (!file.exists(path)) stop(name, " does not lie beside this script.", call. = FALSE)
  # All as text first: what a decimal comma or the word NA means must not depend on the machine.
  table <- read.csv(path, colClasses = "character", encoding = "UTF-8", na.strings = character(0),
                    check.names = FALSE)
  lacking <- setdiff(needed, names(table))
  if (length(lacking) > 0) stop(name, " has no column ", paste(lacking, collapse = ", "), ".", call. = FALSE)
  for (column in numeric) {
    text <- table[[column]]
    number <- suppressWarnings(as.numeric(text))
    wrong <- which(nzchar(text) & is.na(number))
    if (length(wrong) > 0) {
      stop(name, ", line ", wrong[1] + 1, ", ", column, ": not a number with a decimal point.", call. = FALSE)
    }
    table[[column]] <- number
  }
  table
}

# ---- From units to families --------------------------------------------------------------------------------------

prepare <- function(rows) {
  # What all numbers of one indicator start from.
  count <- nrow(rows) > 0 && rows$kind[1] == "count"
  step <- if (nrow(rows) > 0) rows$step[1] else NA
  if (count) {
    d <- rows$after / rows$exposure_after - rows$before / rows$exposure_before
  } else {
    d <- rows$after - rows$before
    if (!is.na(step)) d <- round(d / step) * step
  }
  # Rounding error of the subtraction is no change.
  larger <- if (count) pmax(rows$after / rows$exposure_after, rows$before / rows$exposure_before)
            else pmax(abs(rows$after), abs(rows$before))
  d[abs(d) <= 1e-12 * larger] <- 0
  by_family <- function(x) as.vector(tapply(x, rows$family, sum))
  if (nrow(rows) == 0) {
    a <- numeric(0)
  } else if (count) {
    a <- by_family(rows$after) / by_family(rows$exposure_after) -
      by_family(rows$before) / by_family(rows$exposure_before)
  } else if (!is.na(step)) {
    a <- by_family(round(d / step)) / by_family(rep(1, nrow(rows))) * step
  } else {
    a <- by_family(d) / by_family(rep(1, nrow(rows)))
  }
  names(a) <- names(tapply(d, rows$family, sum))
  a[abs(a) <= TIE * sum(abs(a))] <- 0
  better <- if (nrow(rows) > 0) rows$better[1] else "higher"
  list(d = d, a = a, family = rows$family, toward = sign(d) * if (better == "lower") -1 else 1)
}

varies <- function(x) length(x) > 1 && diff(range(x)) > 1e-12 * max(abs(x))

# ---- The sign-flip test ------------------------------------------------------------------------------------------

signed_sums <- function(a) {
  # The sums of a_g under all 2^G patterns of signs.
  sums <- 0
  for (x in a) sums <- c(sums + x, sums - x)
  sums
}

flip_p <- function(a) {
  # Exact p and mid-p. Families without change have no sign and alter nothing.
  size <- sum(abs(a))
  a <- a[abs(a) > TIE * size]
  t <- abs(sum(a))
  tie <- TIE * size
  if (length(a) <= PATTERNS_LISTED) {
    distance <- abs(signed_sums(a))
    reach <- mean(distance >= t - tie)
    equal <- mean(abs(distance - t) <= tie)
    two <- flip_p_in_halves(a, t, tie)   # the other exact route must count the same patterns
    stopifnot(max(abs(c(reach, equal) - c(two$reach, two$equal))) < 1e-12)
  } else {
    two <- if (length(a) <= PATTERNS_COUNTED) flip_p_in_halves(a, t, tie)
           else flip_p_on_a_grid(a, t, common_unit(abs(a)))
    reach <- two$reach
    equal <- two$equal
  }
  c(exact = reach, mid = reach - equal / 2)
}

flip_p_in_halves <- function(a, t, tie) {
  # Every pattern is a pattern of one half of the families and a pattern of the other. For each sum of the first half
  # the sorted sums of the second tell how many complete it to t or more.
  half <- seq_along(a) %% 2 == 0
  first <- sort(signed_sums(a[!half]), decreasing = TRUE)   # in this order each search begins where the last ended
  second <- sort(signed_sums(a[half]))
  at_least <- sum(length(second) - findInterval(t - tie - first, second, left.open = TRUE))
  beyond <- sum(length(second) - findInterval(t + tie - first, second))
  patterns <- 2^length(a)
  if (t <= tie) return(list(reach = 1, equal = (at_least - beyond) / patterns))
  list(reach = min(1, 2 * at_least / patterns), equal = 2 * (at_least - beyond) / patterns)
}

flip_p_on_a_grid <- function(a, t, unit) {
  # The distribution of the sum of those families whose sign is minus, built by adding one family after another.
  # Sizes that are multiples of a common unit lie on the grid and ties are exact; without a unit they are split between
  # their two neighbours, which keeps the mean, and ties are counted by half.
  size <- abs(a)
  exact <- !is.na(unit) && sum(size) / unit <= 5e5
  cell <- if (exact) unit else sum(size) / 2^14
  mass <- 1
  for (x in size / cell) {
    low <- if (exact) round(x) else floor(x)
    part <- if (exact) 0 else x - low
    mass <- (c(mass, rep(0, low + 1)) + (1 - part) * c(rep(0, low), mass, 0) + part * c(rep(0, low + 1), mass)) / 2
  }
  # The sum reaches t if those with minus add up to at most (sum - t) / 2.
  limit <- (sum(size) - t) / 2 / cell
  if (exact) {
    last <- round(limit)
    below <- sum(mass[seq_len(last)])
    equal <- mass[last + 1]
    if (t <= TIE * sum(size)) return(list(reach = 1, equal = equal))
    return(list(reach = min(1, 2 * (below + equal)), equal = 2 * equal))
  }
  whole <- floor(limit + 0.5)
  reach <- sum(mass[seq_len(whole)]) + (limit + 0.5 - whole) * mass[whole + 1]
  list(reach = min(1, 2 * reach), equal = 0)
}

common_unit <- function(size) {
  # The largest of some likely units that all sizes are multiples of, or none.
  for (parts in c(1:10, 12, 15, 20, 30, 60, 100, 120, 200, 300, 600, 1000, 1200, 2520, 25200)) {
    scaled <- size * parts
    if (max(abs(scaled - round(scaled))) <= 1e-8) return(1 / parts)
  }
  NA
}

flip_interval <- function(a, confidence, version) {
  # All constants that the test does not reject when they are taken from every family, found by halving. Below the
  # estimate p grows with the constant, so there is one place at which it passes alpha; the upper end mirrors it.
  alpha <- 1 - confidence
  counted <- length(a) <= PATTERNS_COUNTED
  precision <- if (counted) 1e-10 else 1e-7
  kept <- function(constant, a) {
    b <- a - constant
    tie <- TIE * sum(abs(b))
    found <- if (counted) flip_p_in_halves(b, abs(sum(b)), tie) else flip_p_on_a_grid(b, abs(sum(b)), NA)
    p <- if (version == "mid") found$reach - found$equal / 2 else found$reach
    p > alpha
  }
  lower_end <- function(a) {
    width <- diff(range(a))
    out <- min(a) - width
    inside <- mean(a)
    if (kept(out, a)) return(NA)   # even a constant below all families is not rejected: no limit
    while (inside - out > precision * width) {
      middle <- (out + inside) / 2
      if (middle <= out || middle >= inside) break
      if (kept(middle, a)) inside <- middle else out <- middle
    }
    inside
  }
  c(low = lower_end(a), high = -lower_end(-a))
}

# ---- Shares and their balance ------------------------------------------------------------------------------------

cr2_mean <- function(x, family, confidence) {
  # The mean as a regression on a constant, with the CR2 standard error written out in matrices as in Pustejovsky &
  # Tipton (2018): A_g = (I - H_gg)^(-1/2), and degrees of freedom from the quadratic form under working independence.
  none <- c(value = NA, low = NA, high = NA, p_value = NA, se = NA, df = NA)
  if (length(x) == 0) return(none)
  none["value"] <- mean(x)
  groups <- split(seq_along(x), family)
  if (length(groups) < 2 || !varies(vapply(groups, function(g) mean(x[g]), 0))) return(none)
  n <- length(x)
  residual_maker <- diag(n) - 1 / n
  residual <- x - mean(x)
  pieces <- lapply(groups, function(g) {
    found <- eigen(residual_maker[g, g, drop = FALSE], symmetric = TRUE)
    adjust <- found$vectors %*% (t(found$vectors) / sqrt(found$values))
    weight <- adjust %*% rep(1 / n, length(g))
    list(score = sum(weight * residual[g]), form = residual_maker[, g, drop = FALSE] %*% weight)
  })
  se <- sqrt(sum(vapply(pieces, function(piece) piece$score^2, 0)))
  inner <- crossprod(do.call(cbind, lapply(pieces, function(piece) piece$form)))
  df <- sum(diag(inner))^2 / sum(inner^2)
  margin <- qt((1 + confidence) / 2, df) * se
  c(value = mean(x), low = mean(x) - margin, high = mean(x) + margin, p_value = 2 * pt(-abs(mean(x) / se), df),
    se = se, df = df)
}

net_improvement <- function(toward, family, confidence) {
  # An interval of a difference of shares is cut at -1 and 1. If all moved the same way nothing varies: then the exact
  # binomial interval (Clopper & Pearson 1934) for the share of families is turned into a balance of shares.
  found <- cr2_mean(toward, family, confidence)
  families <- length(unique(family))
  if (length(toward) > 0 && abs(found["value"]) == 1 && is.na(found["low"]) && families > 1) {
    binomial <- binom.test(families, families, conf.level = confidence)
    ends <- sort(c(found[["value"]], found[["value"]] * (2 * binomial$conf.int[1] - 1)))
    found[c("low", "high")] <- ends
    if (families >= FEWEST) found["p_value"] <- binomial$p.value
    return(found)
  }
  found["low"] <- max(found["low"], -1)
  found["high"] <- min(found["high"], 1)
  found
}

# ---- Several primary indicators together -------------------------------------------------------------------------

max_t <- function(scores) {
  # scores: one row per family, one column per indicator, 0 where a family has no value. The families' signs are
  # flipped in all columns together. Step-down: the largest statistic is compared with the largest of all columns under
  # flips, the next with the largest of the rest, and so on; no p may be smaller than that of a larger statistic.
  scores <- scores[rowSums(scores != 0) > 0, , drop = FALSE]
  scores <- sweep(scores, 2, pmax(sqrt(colSums(scores^2)), 1e-300), "/")
  observed <- abs(colSums(scores))
  order_down <- order(-observed)
  listed <- nrow(scores) <= JOINT_LISTED
  hits <- rep(0, ncol(scores))
  add <- function(hits, distance) {
    # distance: one row per pattern, one column per indicator
    largest <- rep(-Inf, nrow(distance))
    for (j in rev(order_down)) {
      largest <- pmax(largest, distance[, j])
      hits[j] <- hits[j] + sum(largest >= observed[j] - 1e-9)
    }
    hits
  }
  if (listed) {
    hits <- add(hits, abs(apply(scores, 2, signed_sums)))
    p <- hits / 2^nrow(scores)
  } else {
    set.seed(1)   # any will do: the comparison allows for the chance in both draws
    for (part in seq_len(DRAWN_HERE / 10000)) {
      signs <- matrix(ifelse(runif(10000 * nrow(scores)) < 0.5, -1, 1), nrow = 10000)
      hits <- add(hits, abs(signs %*% scores))
    }
    p <- (1 + hits) / (1 + DRAWN_HERE)
  }
  p[order_down] <- cummax(p[order_down])
  list(p = p, drawn = !listed)
}

adjust_primary <- function(found, primary, multiplicity) {
  # found: by indicator, what prepare() and the test gave. Only indicators that have a p enter.
  names_in <- Filter(function(name) !is.na(found[[name]]$main["p_value"]), primary)
  if (length(names_in) == 0) return(list(p = numeric(0), drawn = FALSE))
  plain <- vapply(names_in, function(name) found[[name]]$main[["p_value"]], 0)
  if (multiplicity == "maxt") {
    families <- unique(unlist(lapply(names_in, function(name) names(found[[name]]$start$a))))
    scores <- vapply(names_in, function(name) {
      a <- found[[name]]$start$a[families]
      ifelse(is.na(a), 0, a)
    }, numeric(length(families)))
    joint <- max_t(matrix(scores, nrow = length(families)))
  } else {
    joint <- list(p = p.adjust(plain, if (multiplicity == "bh") "BH" else multiplicity), drawn = FALSE)
  }
  list(p = setNames(pmax(joint$p, plain), names_in), drawn = joint$drawn)
}

# ---- All numbers of one indicator --------------------------------------------------------------------------------

analyse <- function(rows, confidence) {
  start <- prepare(rows)
  a <- start$a
  changed <- if (nrow(rows) > 0) sum(a != 0) else NA
  main <- c(n = nrow(rows), n_families = length(a), families_changed = changed, value = NA, low = NA, high = NA,
            p_value = NA, p_exact = NA)
  exact <- c(low = NA_real_, high = NA_real_)
  if (length(a) > 0) main["value"] <- mean(a)
  if (length(a) >= FEWEST && varies(a)) {
    main[c("low", "high")] <- flip_interval(a, confidence, "mid")
    exact <- flip_interval(a, confidence, "exact")
    if (changed >= FEWEST) main[c("p_exact", "p_value")] <- flip_p(a)[c("exact", "mid")]
  }
  share <- function(direction) {
    if (nrow(rows) == 0) return(c(value = NA_real_))
    c(value = mean(start$toward == direction))
  }
  list(
    start = start, main = main, exact = exact, counted = length(a) <= PATTERNS_COUNTED,
    range = if (length(a) > 0) diff(range(a)) else 0,
    share_better = share(1), share_higher = share(1), share_same = share(0), share_worse = share(-1),
    share_lower = share(-1),
    net_improvement = net_improvement(start$toward, start$family, confidence),
    change_from_entry = cr2_mean(start$d, start$family, confidence)
  )
}

# The report's names for what is compared, and the words for them here.
PLACES <- c(
  family_mean_change = "main", family_rate_change = "main",
  family_mean_change_exact = "exact", family_rate_change_exact = "exact"
)
WORDS <- c(
  share_better = "share better", share_same = "share same", share_worse = "share worse",
  share_higher = "share higher", share_lower = "share lower",
  family_mean_change = "change", family_rate_change = "change of rate",
  family_mean_change_exact = "exact test", family_rate_change_exact = "exact test",
  net_improvement = "net improvement", change_from_entry = "change, Student's t"
)
NUMBERS <- c(
  n = "units", n_families = "families", families_changed = "families that changed", value = "", low = "lower end",
  high = "upper end", p_value = "p", p_exact = "exact p", p_adjusted = "adjusted p", q_value = "q",
  se = "standard error", df = "degrees of freedom"
)

same <- function(report, here, found, statistic, number, drawn, grid) {
  if (is.na(report) || is.na(here)) return(is.na(report) && is.na(here))
  larger <- max(abs(report), abs(here))
  if (number == "p_adjusted" && drawn) {
    # Both are shares of drawn patterns: five standard errors of their difference, and three patterns for the rarest.
    chance <- sqrt(larger * (1 - larger) * (1 / DRAWN_BY_REPORT + 1 / DRAWN_HERE))
    return(abs(report - here) <= 5 * chance + 3 / DRAWN_BY_REPORT)
  }
  from_grid <- if (number == "q_value") grid else !found$counted && statistic %in% names(PLACES) &&
    number %in% c("low", "high", "p_value", "p_exact", "p_adjusted")
  tolerance <- if (from_grid) SAME_ON_A_GRID else SAME
  ends <- number %in% c("value", "low", "high")
  abs(report - here) <= tolerance * max(larger, if (ends) found$range else 0)
}

# ---- Compare and print -------------------------------------------------------------------------------------------

main <- function() {
  before <- options(OutDec = ".", scipen = 4)
  on.exit(options(before))
  pairs <- read_table(
    "contrasts.csv",
    c("outcome", "kind", "better", "step", "family", "before", "after", "exposure_before", "exposure_after"),
    c("step", "before", "after", "exposure_before", "exposure_after")
  )
  expected <- read_table(
    "expected.csv",
    c("outcome", "label", "primary", "statistic", "number", "report", "confidence", "multiplicity"),
    c("report", "confidence")
  )
  if (nrow(expected) == 0) stop("expected.csv holds no numbers.", call. = FALSE)
  outcomes <- unique(expected$outcome)
  found <- lapply(setNames(outcomes, outcomes), function(name) {
    analyse(pairs[pairs$outcome == name, ], expected$confidence[1])
  })
  tested <- Filter(function(name) !is.na(found[[name]]$main["p_value"]), outcomes)
  rates <- p.adjust(vapply(tested, function(name) found[[name]]$main[["p_value"]], 0), "BH")
  multiplicity <- expected$multiplicity[1]
  primary <- if (multiplicity == "none") character(0) else unique(expected$outcome[expected$primary == "true"])
  adjusted <- adjust_primary(found, primary, multiplicity)

  here <- mapply(function(name, statistic, number) {
    place <- if (statistic %in% names(PLACES)) PLACES[[statistic]] else statistic
    values <- found[[name]][[place]]
    if (is.null(values)) stop("expected.csv names a statistic that this script does not know: ", statistic, ".",
                              call. = FALSE)
    if (number == "q_value") return(if (name %in% tested) rates[[name]] else NA_real_)
    if (number == "p_adjusted") return(if (name %in% names(adjusted$p)) adjusted$p[[name]] else NA_real_)
    if (!number %in% names(values)) stop("expected.csv names a number that this script does not know: ", number, ".",
                                         call. = FALSE)
    values[[number]]
  }, expected$outcome, expected$statistic, expected$number)
  grid <- !all(vapply(found, function(one) one$counted, NA))
  agrees <- mapply(function(report, here, name, statistic, number) {
    same(report, here, found[[name]], statistic, number, adjusted$drawn, grid)
  }, expected$report, here, expected$outcome, expected$statistic, expected$number)
  show(expected, here, agrees)
}

written <- function(x) {
  # Ten digits are enough to see where two numbers part.
  ifelse(is.na(x), "none", vapply(x, function(v) format(v, digits = 10, decimal.mark = "."), ""))
}

show <- function(expected, here, agrees) {
  cat("INTERNAL: for those who may see the data. Numbers of the report, computed anew in ", R.version.string, ".
",
      sep = "")
  what <- trimws(paste(WORDS[expected$statistic], NUMBERS[expected$number]))
  line <- "%-40s %20s %20s  %s
"
  for (name in unique(expected$outcome)) {
    own <- which(expected$outcome == name)
    cat("
", expected$label[own[1]], "
", sep = "")
    cat(sprintf(line, "", "report", "R", ""))
    cat(sprintf(line, what[own], written(expected$report[own]), written(here[own]),
                ifelse(agrees[own], "agrees", "DIFFERS")), sep = "")
  }
  none <- sum(is.na(expected$report) & is.na(here))
  cat("
")
  if (none > 0) cat("In", none, "places neither gives a number, by the rules above.
")
  if (all(agrees)) {
    cat("all", length(agrees) - none, "numbers agree
")
  } else {
    cat(sum(!agrees), "of", length(agrees) - none, "numbers DIFFER
")
  }
  if (!interactive()) quit(save = "no", status = if (all(agrees)) 0 else 1)
  invisible(all(agrees))
}

main()
