"""Full references of works that statistics draw on; those that are not here are referred to as the catalogue does.

Each was looked up. A work without a DOI has none, or sources differ about it.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Work(NamedTuple):
    """Title, then journal with volume and pages or publisher, then DOI."""

    title: str
    published: str
    doi: str = ""


_JASA = "Journal of the American Statistical Association"

WORKS: Mapping[str, Work] = MappingProxyType(
    {
        "Bell & McCaffrey 2002": Work(
            "Bias reduction in standard errors for linear regression with multi-stage samples",
            "Survey Methodology 28, 169–181",
        ),
        "Benjamini & Hochberg 1995": Work(
            "Controlling the false discovery rate: a practical and powerful approach to multiple testing",
            "Journal of the Royal Statistical Society, Series B 57, 289–300",
            "10.1111/j.2517-6161.1995.tb02031.x",
        ),
        "Bloom 1995": Work(
            "Minimum detectable effects: a simple way to report the statistical power of experimental designs",
            "Evaluation Review 19, 547–556",
            "10.1177/0193841X9501900504",
        ),
        "Bonett & Wright 2000": Work(
            "Sample size requirements for estimating Pearson, Kendall and Spearman correlations",
            "Psychometrika 65, 23–28",
            "10.1007/BF02294183",
        ),
        "Cliff 1993": Work(
            "Dominance statistics: ordinal analyses to answer ordinal questions",
            "Psychological Bulletin 114, 494–509",
            "10.1037/0033-2909.114.3.494",
        ),
        "Cohen 1988": Work(
            "Statistical power analysis for the behavioral sciences", "2nd ed. Lawrence Erlbaum Associates"
        ),
        "Cumming 2012": Work(
            "Understanding the new statistics: effect sizes, confidence intervals, and meta-analysis",
            "Routledge",
        ),
        "Efron & Stein 1981": Work(
            "The jackknife estimate of variance",
            "The Annals of Statistics 9, 586–596",
            "10.1214/aos/1176345462",
        ),
        "Fisher 1935": Work("The design of experiments", "Oliver and Boyd"),
        "Hedges 1981": Work(
            "Distribution theory for Glass’s estimator of effect size and related estimators",
            "Journal of Educational Statistics 6, 107–128",
            "10.3102/10769986006002107",
        ),
        "Holm 1979": Work(
            "A simple sequentially rejective multiple test procedure",
            "Scandinavian Journal of Statistics 6, 65–70",
        ),
        "Horowitz & Manski 2000": Work(
            "Nonparametric analysis of randomized experiments with missing covariate and outcome data",
            f"{_JASA} 95, 77–84",
            "10.1080/01621459.2000.10473902",
        ),
        "Jacobson & Truax 1991": Work(
            "Clinical significance: a statistical approach to defining meaningful change in psychotherapy research",
            "Journal of Consulting and Clinical Psychology 59, 12–19",
            "10.1037/0022-006X.59.1.12",
        ),
        "Lancaster 1961": Work("Significance tests in discrete distributions", f"{_JASA} 56, 223–234"),
        "Liang & Zeger 1986": Work(
            "Longitudinal data analysis using generalized linear models",
            "Biometrika 73, 13–22",
            "10.1093/biomet/73.1.13",
        ),
        "Little 1993": Work(
            "Pattern-mixture models for multivariate incomplete data", f"{_JASA} 88, 125–134"
        ),
        "MacKinnon, Nielsen & Webb 2023": Work(
            "Cluster-robust inference: a guide to empirical practice",
            "Journal of Econometrics 232, 272–299",
            "10.1016/j.jeconom.2022.04.001",
        ),
        "National Research Council 2010": Work(
            "The prevention and treatment of missing data in clinical trials",
            "National Academies Press",
            "10.17226/12955",
        ),
        "Pustejovsky & Tipton 2018": Work(
            "Small-sample methods for cluster-robust variance estimation and hypothesis testing in fixed effects"
            " models",
            "Journal of Business & Economic Statistics 36, 672–683",
            "10.1080/07350015.2016.1247004",
        ),
        "Tritchler 1984": Work("On inverting permutation tests", f"{_JASA} 79, 200–207"),
        "Tukey 1958": Work(
            "Bias and confidence in not-quite large samples",
            "Annals of Mathematical Statistics 29, 614",
            "10.1214/aoms/1177706647",
        ),
        "Westfall & Young 1993": Work(
            "Resampling-based multiple testing: examples and methods for p-value adjustment", "Wiley"
        ),
        "Yan, Lee & Li 2009": Work(
            "Missing data handling methods in medical device clinical trials",
            "Journal of Biopharmaceutical Statistics 19, 1085–1098",
        ),
    }
)
# Works that the phrases of the report cite, beside those of the catalogue, as the catalogue would write them.
CITED = (
    "Benjamini & Hochberg (1995), JRSS B 57, 289-300",
    "Bonett & Wright (2000), Psychometrika 65, 23-28",
    "Holm (1979), Scandinavian Journal of Statistics 6, 65-70",
    "Westfall & Young (1993), Resampling-Based Multiple Testing",
)
