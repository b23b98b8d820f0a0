// The drawer of filters: kind, amount, date, article, disagreement. They combine, and say how many facts are left.
const FIGURE = /^\s*([\d\s.,\u00a0\u202f]+?)\s*(k|m|mio|million|millions|md|mrd|bn|b|milliard|milliards|billion|billions)?\s*$/iu;
const SCALES = { k: 1e3, m: 1e6, mio: 1e6, million: 1e6, millions: 1e6, md: 1e9, mrd: 1e9, bn: 1e9, b: 1e9, milliard: 1e9, milliards: 1e9 };
const MOST_ARTICLES = 400;

/** "1,5 Md" or "500m" as a number; null where it is none. */
function figure(text) {
  const [, digits, scale] = FIGURE.exec(text) ?? [];
  if (!digits) return null;
  const plain = digits.replace(/[\s\u00a0\u202f]/gu, "");
  const value = Number(/^\d{1,3}([.,]\d{3})+$/.test(plain) ? plain.replace(/[.,]/g, "") : plain.replace(",", "."));
  const by = scale ? { ...SCALES, billion: language === "fr" ? 1e12 : 1e9, billions: language === "fr" ? 1e12 : 1e9 }[scale.toLowerCase()] : 1;
  return Number.isFinite(value) ? value * by : null;
}

/** A number as it may be typed: "1.5bn". */
function compact(value) {
  const [scale, by] = WORDS[language].short.scales.find(([, size]) => value >= size) ?? ["", 1];
  return `${number(value / by, 12)}${scale}`;
}

const kindsThere = derived(() => Object.keys(terms.classes).filter((kind) => [...facts.values()].some((fact) => fact.kind === kind)));
const unitsThere = derived(() => {
  const seen = new Map();
  for (const fact of facts.values()) for (const sum of fact.amounts) seen.set(sum.unit, (seen.get(sum.unit) ?? 0) + 1);
  return [...seen].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([unit]) => unit);
});

/** The controls, once for each language and whenever more has arrived. */
function buildDrawer() {
  const kinds = kindsThere().map((kind) => h("button", { type: "button", class: "pick", "data-name": kind, "aria-pressed": "false", onclick: () => {
    if (!only.kinds.delete(kind)) only.kinds.add(kind);
    filtered();
  } }, t(`kinds.${kind}`), " ", h("span", { class: "n" })));
  const field = (id, label, control) => h("label", { for: id }, h("span", {}, label), control);
  const amount = (id, key) => h("input", { id, type: "text", inputmode: "decimal", size: 7, autocomplete: "off", placeholder: t(`${key}_hint`), onchange: (event) => {
    only[key] = event.target.value.trim() ? figure(event.target.value) : null;
    event.target.setAttribute("aria-invalid", String(Boolean(event.target.value.trim()) && only[key] === null));
    filtered();
  } });
  const unit = h("select", { id: "unit", onchange: (event) => { only.unit = event.target.value; filtered(); } },
    h("option", { value: "" }, t("any_currency")), unitsThere().map((code) => h("option", { value: code }, code)));
  $("kinds").replaceChildren(h("legend", {}, t("filter_kind")), ...kinds);
  $("amounts").replaceChildren(h("legend", {}, t("filter_amount")), field("min", t("min"), amount("min", "min")), field("max", t("max"), amount("max", "max")), field("unit", t("currency"), unit));
  $("dates").replaceChildren(h("legend", {}, t("filter_date")), timeline());
  $("others").replaceChildren(h("legend", {}, t("filter_source")), field("from-article", t("article"), articleChoice()),
    h("label", { class: "check" }, h("input", { type: "checkbox", id: "only-disputed", onchange: (event) => { only.disputed = event.target.checked; filtered(); } }), h("span", {}, t("only_disputed"))));
  $("filters").setAttribute("aria-label", t("filters"));
}

function articleChoice() {
  const says = new Map();
  for (const fact of facts.values()) for (const claim of fact.claims) says.set(claim.document, (says.get(claim.document) ?? 0) + 1);
  const keys = [...says].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, MOST_ARTICLES).map(([key]) => key);
  if (only.article && !keys.includes(only.article)) keys.push(only.article);
  const name = (key) => [...(articles.get(key)?.title ?? key)].slice(0, 80).join("");
  const options = keys.sort((a, b) => name(a).localeCompare(name(b), language)).map((key) => h("option", { value: key }, name(key)));
  return h("select", { id: "from-article", onchange: (event) => { only.article = event.target.value; filtered(); } }, h("option", { value: "" }, t("any_article")), options);
}

/** The controls as they are set, and how many facts each would leave. */
function updateDrawer() {
  const tally = new Map();
  for (const fact of facts.values()) if (passes(fact, "kind")) tally.set(fact.kind, (tally.get(fact.kind) ?? 0) + 1);
  for (const button of $("kinds").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(only.kinds.has(button.dataset.name)));
    button.querySelector(".n").textContent = number(tally.get(button.dataset.name) ?? 0, 9);
  }
  for (const key of ["min", "max"]) {
    const known = only[key] === null ? null : figure($(key).value);
    if (known !== only[key]) $(key).value = only[key] === null ? "" : compact(only[key]);
  }
  $("unit").value = only.unit;
  if (only.article && ![...$("from-article").options].some((option) => option.value === only.article)) $("from-article").replaceWith(articleChoice());
  $("from-article").value = only.article;
  $("only-disputed").checked = only.disputed;
  updateTimeline();
}

const countSet = () => hidden.types.size + hidden.stances.size + [only.kinds.size, only.disputed, only.article, only.unit || only.min !== null || only.max !== null, only.from || only.to].filter(Boolean).length;

/** What the bar says of the filters, whether the drawer is open or not. */
function sayCount() {
  const n = countSet();
  $("open-filters").replaceChildren(t("filters"), " ", n ? h("span", { class: "n" }, number(n)) : "");
  $("left").textContent = n ? t("left", { n: passed().size, all: count("fact", facts.size) }) : "";
  $("reset").textContent = t("reset");
  $("reset").hidden = !n;
}

function resetFilters() {
  hidden.types.clear();
  hidden.stances.clear();
  only.kinds.clear();
  Object.assign(only, { disputed: false, article: "", unit: "", min: null, max: null, from: "", to: "" });
  stopTimeline();
  filtered();
}

function toggleDrawer() {
  const open = $("filters").hidden;
  $("filters").hidden = !open;
  $("open-filters").setAttribute("aria-expanded", String(open));
  if (open) { buildDrawer(); updateDrawer(); } else stopTimeline();
}
