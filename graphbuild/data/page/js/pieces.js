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

/** The shape of a type, as in the picture. */
function glyph(type) {
  const mark = { roundRect: (x, y, w, hh, r) => svg("rect", { x, y, width: w, height: hh, rx: r }), arc: (x, y, r) => svg("circle", { cx: x, cy: y, r }) };
  const points = [];
  const shape = { value: null };
  SHAPES[type]({
    roundRect: (...args) => { shape.value = mark.roundRect(...args); },
    arc: (...args) => { shape.value = mark.arc(...args); },
    lineTo: (x, y) => points.push(`${x.toFixed(2)},${y.toFixed(2)}`),
    closePath: () => { shape.value = svg("polygon", { points: points.join(" ") }); },
  }, 6);
  return svg("svg", { class: `glyph ${type}`, viewBox: "-8 -8 16 16", "aria-hidden": "true" }, shape.value);
}

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

/** The letters of a text: offsets in the data count code points, not JavaScript's halves. */
const lettersOf = new Map();
function letters(key) {
  if (!lettersOf.has(key)) lettersOf.set(key, Array.from(articles.get(key)?.text ?? ""));
  return lettersOf.get(key);
}

/** An article's text with stretches marked: [{start, end, kind}] in code points. */
function marked(key, marks) {
  const text = letters(key), inside = marks.filter((m) => m.start >= 0 && m.start < m.end && m.end <= text.length);
  const cuts = [...new Set([0, text.length, ...inside.flatMap((m) => [m.start, m.end])])].sort((a, b) => a - b);
  const pieces = cuts.slice(0, -1).map((from, i) => {
    const words = text.slice(from, cuts[i + 1]).join("");
    const kinds = new Set(inside.filter((m) => m.start <= from && cuts[i + 1] <= m.end).map((m) => m.kind));
    const inner = kinds.has("amount") ? h("strong", {}, words) : kinds.has("name") ? h("u", {}, words) : words;
    return kinds.has("evidence") ? h("mark", { "data-start": from }, inner) : inner;
  });
  return h("div", { class: "text", lang: articles.get(key)?.language, dir: "auto" }, pieces);
}

/** Where an amount's words stand inside a sentence, so that they can be set in bold. */
function amountMarks(key, claim) {
  const quote = Array.from(claim.amount?.quote ?? "");
  if (!quote.length) return [];
  const text = letters(key);
  for (const [start, end] of claim.evidence ?? []) {
    for (let i = start; i + quote.length <= end; i++) {
      if (quote.every((letter, j) => text[i + j] === letter)) return [{ start: i, end: i + quote.length, kind: "amount" }];
    }
  }
  return [];
}

function claimMarks(key, claims) {
  return claims.flatMap((claim) => [...(claim.evidence ?? []).map(([start, end]) => ({ start, end, kind: "evidence" })), ...amountMarks(key, claim)]);
}

/** An article with its title, date and link, and its text open at the first marked sentence. */
function articleBox(key, marks, between = null) {
  const article = articles.get(key);
  const title = article?.title || [...(article?.text ?? key)].slice(0, 90).join("").split("\n")[0];
  const head = h("header", {}, h("h4", { lang: article?.language, dir: "auto" }, h("a", { href: address("article", key) }, title)),
    h("p", { class: "byline" }, [article?.published && h("time", { datetime: article.published }, date(article.published)), article?.url && outward(article.url, t("original")), article?.language?.toUpperCase()].filter(Boolean).flatMap((part, i) => (i ? [" · ", part] : [part]))));
  if (!article?.text) return h("section", { class: "article" }, head, between, h("p", { class: "note" }, t("no_text")));
  const text = marked(key, marks);
  const more = h("button", { type: "button", class: "more", "aria-expanded": "false", onclick: () => {
    const open = text.classList.toggle("open");
    more.setAttribute("aria-expanded", String(open));
    more.textContent = t(open ? "less_text" : "all_text");
    if (!open) reveal(text);
  } }, t("all_text"));
  const frame = h("section", { class: "article" }, head, between, text, more);
  requestAnimationFrame(() => { reveal(text); if (text.scrollHeight <= text.clientHeight + 4) more.remove(); });
  return frame;
}

/** Scroll a text, and nothing else, to its first marked words. */
function reveal(text) {
  const mark = text.querySelector("mark");
  if (mark) text.scrollTop = mark.offsetTop - Math.max(0, Math.min(40, (text.clientHeight - mark.offsetHeight) / 2));
}
