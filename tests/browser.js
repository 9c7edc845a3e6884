// Looks at every frame of the page once all of them stand, and writes what it found as JSON into #answer.
// What this package shows, and not what others do.
const SHOWN = ".jp-RenderedHTML > [lang]";

const parts = (colour) => {
  // What getComputedStyle gives: rgb(), rgba() or color(srgb ...).
  const numbers = colour.match(/[\d.]+(?:e-?\d+)?/g).map(Number);
  const scale = colour.startsWith("color(") ? 255 : 1;
  return { rgb: numbers.slice(0, 3).map((n) => n * scale), alpha: numbers[3] ?? 1 };
};

const over = (top, ground) => top.rgb.map((n, i) => n * top.alpha + ground[i] * (1 - top.alpha));

const luminance = (rgb) => {
  const [red, green, blue] = rgb.map((n) => (n / 255 <= 0.04045 ? n / 255 / 12.92 : ((n / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

const chain = (element) => (element ? [...chain(element.parentElement), element] : []);

// The colours of all elements from the page to the text, one painted upon the other; the page itself is white.
const ground = (element, view) =>
  chain(element).reduce((below, each) => over(parts(view.getComputedStyle(each).backgroundColor), below), [255, 255, 255]);

const textsOf = (element) =>
  [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim()).map((node) => node.data.trim());

const texts = (root, view) =>
  [...root.querySelectorAll("*")]
    .filter((element) => textsOf(element).length && element.getClientRects().length)
    .map((element) => {
      const style = view.getComputedStyle(element);
      const below = ground(element, view);
      const colour = parts(style.color);
      colour.alpha *= chain(element).reduce((all, each) => all * Number(view.getComputedStyle(each).opacity), 1);
      const text = textsOf(element).join(" ").slice(0, 60);
      return { text, contrast: contrast(over(colour, below), below), size: parseFloat(style.fontSize) };
    });

// The rules of a table, against what they are drawn upon.
const rules = (root, view) =>
  [...root.querySelectorAll("th, td")].map((cell) => {
    const below = ground(cell, view);
    return contrast(over(parts(view.getComputedStyle(cell).borderBottomColor), below), below);
  });

const cells = (row, kind) => [...row.querySelectorAll(kind)].map((cell) => cell.scope);

// Rows of numbers; the head of a group of rows stands alone in its row.
const bodyRows = (element) =>
  [...element.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.querySelector("[scope=rowgroup]"));

const table = (element, view) => ({
  caption: element.caption ? element.caption.textContent : "",
  language: element.closest("[lang]").lang,
  heads: element.tHead ? cells(element.tHead, "th") : [],
  rows: bodyRows(element).map((row) => row.cells.length),
  rowHeads: bodyRows(element).flatMap((row) => cells(row, "th")),
  groups: [...element.querySelectorAll("[scope=rowgroup]")].map((cell) => cell.textContent),
  sides: [element.tHead.rows[0], ...bodyRows(element)].map((row) =>
    [...row.cells].map((cell) => view.getComputedStyle(cell).textAlign),
  ),
  figures: [...element.querySelectorAll("td")]
    .filter((cell) => view.getComputedStyle(cell).textAlign === "right")
    .map((cell) => view.getComputedStyle(cell).fontVariantNumeric),
});

const picture = (image, view) => ({
  alt: image.alt,
  language: image.closest("[lang]").lang,
  ground: parts(view.getComputedStyle(image).backgroundColor),
  padding: parseFloat(view.getComputedStyle(image).paddingLeft),
  width: image.getBoundingClientRect().width,
  drawn: image.naturalWidth,
  caption: image.closest("figure").querySelector("figcaption").innerText,
});

// Whatever reaches beyond the page and cannot be scrolled to with the keyboard.
const wide = (root, view) =>
  [...root.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > view.innerWidth + 0.5)
    .filter((element) => !element.parentElement.closest('[role="region"][tabindex="0"]'))
    .map((element) => element.tagName);

const look = (frame) => {
  const view = frame.contentWindow;
  const shown = [...frame.contentDocument.querySelectorAll(SHOWN)];
  const all = (find) => shown.flatMap((root) => find(root, view));
  const ids = [...frame.contentDocument.querySelectorAll(`${SHOWN}[id], ${SHOWN} [id]`)].map((element) => element.id);
  return {
    shown: shown.length,
    ids,
    texts: all(texts),
    rules: all(rules),
    wide: all(wide),
    tables: all((root) => [...root.querySelectorAll("table")].map((element) => table(element, view))),
    pictures: all((root) => [...root.querySelectorAll("img")].map((element) => picture(element, view))),
    scripts: all((root) => [...root.querySelectorAll("script, style, link, iframe")].map((element) => element.tagName)),
  };
};

window.addEventListener("load", () => {
  const answer = document.createElement("pre");
  answer.id = "answer";
  answer.textContent = JSON.stringify(Object.fromEntries([...document.querySelectorAll("iframe")].map((f) => [f.id, look(f)])));
  document.body.append(answer);
});
