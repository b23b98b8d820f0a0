// Small parts of the page. All text goes in as text: nothing here reads markup.
const SVG = "http://www.w3.org/2000/svg";

/** An element; ``on*`` are listeners, children are elements, strings or nothing. */
function h(tag, props = {}, ...children) {
  const el = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) el.addEventListener(key.slice(2), value);
    else if (key === "class") el.className = value;
    else el.setAttribute(key, value === true ? "" : value);
  }
  el.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== "" && child !== false));
  return el;
}

function svg(tag, props, ...children) {
  const el = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(props)) el.setAttribute(key, value);
  el.append(...children);
  return el;
}

/** The shape of a type around (0, 0), as SVG. */
function outline(type, r) {
  const points = [];
  let shape = null;
  SHAPES[type]({
    roundRect: (x, y, width, height, rx) => { shape = svg("rect", { x, y, width, height, rx }); },
    arc: (cx, cy, reach) => { shape = svg("circle", { cx, cy, r: reach }); },
    lineTo: (x, y) => points.push(`${x.toFixed(2)},${y.toFixed(2)}`),
    closePath: () => { shape = svg("polygon", { points: points.join(" ") }); },
  }, r);
  return shape;
}

/** The shape of a type, as in the picture. */
const glyph = (type) => svg("svg", { class: `glyph ${type}`, viewBox: "-8 -8 16 16", "aria-hidden": "true" }, outline(type, 6));

/** The line of a stance, as in the picture. */
function stroke(stance) {
  const dash = { planned: "5 3", rumoured: "1.5 3" }[stance] ?? "";
  const parts = [svg("line", { x1: 1, y1: 5, x2: 25, y2: 5, "stroke-dasharray": dash })];
  if (stance === "cancelled" || stance === "denied") parts.push(svg("path", { d: "M10 1.5 16 8.5 M16 1.5 10 8.5" }));
  return svg("svg", { class: `stroke ${stance}`, viewBox: "0 0 26 10", "aria-hidden": "true" }, ...parts);
}

const isolate = (text, props = {}) => h("bdi", props, text);
const thingLink = (key) => h("a", { class: "thing", href: address("entity", key) }, glyph(things.get(key).type), isolate(nameOf(key)));

/** A link to the web, only where it is one: nothing but http and https is ever clickable. */
function outward(url, text) {
  let parsed = null;
  try { parsed = new URL(url); } catch { /* not an address: shown as the words it is */ }
  if (!parsed || !["http:", "https:"].includes(parsed.protocol)) return h("span", { class: "address" }, text === url ? isolate(url) : "");
  return h("a", { href: parsed.href, target: "_blank", rel: "noopener noreferrer" }, isolate(text), h("span", { "aria-hidden": "true" }, " ↗"));
}

/** "planned", "rumoured" ...: the stance with its line. */
const stanceTag = (fact) => (fact.stance === "certain" ? null : h("span", { class: `tag ${fact.stance}` }, stroke(fact.stance), t(`stances.${fact.stance}`)));
const disputeTag = (fact) => (fact.disputed ? h("span", { class: "tag disputed" }, h("b", { "aria-hidden": "true" }, "≠ "), t("stances.disputed")) : null);

/** One fact as a line of a list. */
function factRow(fact) {
  const sums = sumsOf([fact]);
  const struck = fact.stance === "denied" || fact.stance === "cancelled";
  const text = wordsOf(fact);
  return h("li", {}, h("a", { class: "row", href: address("fact", fact.id) },
    h("span", { class: "what" },
      h("span", { class: "over-line" }, kindOf(fact), stanceTag(fact), disputeTag(fact)),
      isolate(titleOf(fact), { class: "title" }),
      text && fact.kind !== "result" && text !== titleOf(fact) ? isolate(text, { class: "under-line" }) : null),
    sums.length ? h("span", { class: `sum${struck ? " struck" : ""}` }, sums.map((sum, i) => h("span", {}, i ? h("span", { class: "differs" }, "≠ ") : null, struck ? h("s", {}, sum) : sum))) : null));
}

const rows = (list) => h("ul", { class: "rows" }, list.map(factRow));
