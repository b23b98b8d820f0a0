// Where the reader is (the address after #), what is searched, hidden and set; and the start.
const saved = { get: (key) => { try { return localStorage.getItem(key); } catch { return null; } }, set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* private windows and some file: pages keep nothing */ } } };
const $ = (id) => document.getElementById(id);

const address = (kind, id) => `#${kind}=${encodeURIComponent(id)}`;
function go(kind, id) {
  location.hash = kind ? address(kind, id) : "";
}

function route() {
  const [, kind, raw] = /^#(entity|fact|article)=(.*)$/s.exec(location.hash) ?? [];
  let id = "";
  try { id = decodeURIComponent(raw ?? ""); } catch { id = raw; }
  const home = { entity: things, fact: facts, article: articles }[kind];
  const reading = pane.contains(document.activeElement);
  if (home?.has(id)) {
    if (kind === "article") showArticle(id);
    else (kind === "entity" ? showThing : showFact)(home.get(id));
    openSheet(true);
  } else {
    choose([], []);
    showIndex();
    openSheet(false);
    if (narrow.matches) fit();
  }
  $("panel").scrollTop = 0;
  if (reading) (pane.querySelector("h2") ?? pane.querySelector('[aria-selected="true"]')).focus({ preventScroll: true });
}

function openSheet(open) {
  $("panel").classList.toggle("up", open);
  $("handle").setAttribute("aria-expanded", String(open));
}

function search() {
  query = $("search").value;
  const words = fold(query).split(/\s+/u).filter(Boolean);
  const hit = (hay) => words.length > 0 && words.every((word) => hay.includes(word));
  const named = DATA.things.filter((thing) => hit(hayOfThing(thing))).map((thing) => thing.id);
  const said = [...facts.values()].filter((fact) => hit(haystack(fact)));
  if (words.length && !(tab === "facts" ? said : named).length) tab = said.length ? "facts" : named.length ? "things" : tab;
  if (location.hash.length > 1) history.replaceState(null, "", location.pathname + location.search);
  choose(named.length ? named : said.flatMap((fact) => fact.keys), (named.length ? named.flatMap((key) => factsOf.get(key) ?? []) : said).map((fact) => fact.id));
  showIndex();
  if (narrow.matches) openSheet(words.length > 0);
}

/** A legend that is also the filter: each entry hides and shows what it names. */
function legend(home, names, set, label, mark, size) {
  home.setAttribute("aria-label", t("show_only"));
  home.replaceChildren(...names.filter((name) => size(name) > 0).map((name) => {
    const button = h("button", { type: "button", class: "chip", "aria-pressed": String(!set.has(name)), "data-name": name, onclick: () => {
      if (!set.delete(name)) set.add(name);
      button.setAttribute("aria-pressed", String(!set.has(name)));
      paint();
      if (!(location.hash.length > 1)) showIndex();
    } }, mark(name), label(name), h("span", { class: "n" }, number(size(name), 9)));
    return button;
  }));
}

const drawn = () => DATA.things.filter((thing) => factsOf.has(thing.id));
const sizeOfStance = (name) => [...facts.values()].filter((fact) => (name === "disputed" ? fact.disputed : fact.stance === name)).length;
/** How many matters are disputed: facts that contradict each other are one. */
function disputes() {
  const seen = new Set();
  const visit = (fact) => {
    if (!fact || seen.has(fact.id)) return 0;
    seen.add(fact.id);
    fact.conflicts.forEach((id) => visit(facts.get(id)));
    return 1;
  };
  return [...facts.values()].filter((fact) => fact.disputed).reduce((sum, fact) => sum + visit(fact), 0);
}
const strokeOf = (name) => (name === "disputed" ? h("b", { class: "disputed", "aria-hidden": "true" }, "≠") : stroke(name));

/** Every word of the page, again, in the language chosen. */
function say() {
  document.documentElement.lang = language;
  for (const el of document.querySelectorAll("[data-say]")) el.textContent = t(el.dataset.say);
  const label = { search: "search", canvas: "picture", nearer: "zoom_in", farther: "zoom_out", fit: "fit", handle: "larger", languages: "language" };
  for (const [id, key] of Object.entries(label)) $(id).setAttribute("aria-label", t(key));
  $("search").placeholder = t("search");
  $("fit").title = t("fit");
  headline();
  legend($("types"), [...TYPES, "purpose"], hidden.types, (name) => t(`types.${name}`), glyph, (name) => nodes.get({ filter: (node) => node.type === name }).length);
  legend($("stances"), [...STANCES, "disputed"], hidden.stances, (name) => t(`stances.${name}`), strokeOf, sizeOfStance);
  for (const button of $("languages").children) button.setAttribute("aria-pressed", String(button.lang === language));
  key();
  sayTheme();
}

function headline() {
  const n = (type) => drawn().filter((thing) => thing.type === type).length;
  const parts = { articles: count("article", articles.size), facts: count("fact", facts.size), organizations: count("organization", n("organization")), projects: count("project", n("project")) };
  const plain = !n("organization") || !n("project");
  const text = DATA.title ?? (facts.size ? t(plain ? "headline_plain" : "headline", parts) : t("headline_empty"));
  $("headline").textContent = text;
  document.title = `${text} · graphbuild`;
  const weak = STANCES.slice(1).filter(sizeOfStance).map((stance) => count(stance, sizeOfStance(stance)));
  const disputed = disputes();
  $("standfirst").replaceChildren(!facts.size ? "" : `${count("fact", facts.size)}${weak.length ? t("standfirst_also", { list: list(weak) }) : ""}. `, disputed ? h("span", { class: "disputed" }, t("disagree", { n: count("point", disputed) })) : "");
  $("nothing").textContent = t("empty_picture");
  $("nothing").hidden = nodes.length > 0;
}

/** How wide a line of how much money is. */
function key() {
  const widths = edges.get().filter((edge) => edge.main && edge.wide > 1.3).length;
  const money = [...facts.values()].flatMap((fact) => fact.amounts).filter(isMoney)[0];
  $("key").hidden = !widths || !money;
  if ($("key").hidden) return;
  const steps = [1e7, 1e9, 1e11].map((value) => [short({ value: String(value), unit: money.unit, comparator: "=" }), 1.2 + 7.8 * ((Math.log10(value) - 5) / 7) ** 1.5]);
  $("key").replaceChildren(h("figcaption", {}, t("key_width")), ...steps.map(([text, width]) => h("span", {}, svg("svg", { viewBox: "0 0 30 10", "aria-hidden": "true" }, svg("line", { x1: 0, y1: 5, x2: 30, y2: 5, "stroke-width": width })), text)));
}

const THEMES = ["auto", "light", "dark"];
function setTheme(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  saved.set("graphbuild-theme", theme);
  mix();
  sayTheme();
  paint();
}
const theme = () => document.documentElement.dataset.theme ?? "auto";
function sayTheme() {
  $("theme").textContent = { auto: "◐", light: "○", dark: "●" }[theme()];
  $("theme").title = `${t("theme")} : ${t(`theme_${theme()}`)}`;
  $("theme").setAttribute("aria-label", $("theme").title);
}

function setLanguage(code) {
  language = code;
  saved.set("graphbuild-language", code);
  say();
  paint();
  route();
}

function listen() {
  addEventListener("hashchange", route);
  $("search").addEventListener("input", search);
  $("search").addEventListener("keydown", (event) => {
    if (event.key === "Escape") { $("search").value = ""; search(); }
    if (event.key === "Enter") pane.querySelector("#list a")?.click();
  });
  $("nearer").addEventListener("click", () => zoom(1.3));
  $("farther").addEventListener("click", () => zoom(1 / 1.3));
  $("fit").addEventListener("click", () => fit(true));
  $("handle").addEventListener("click", () => openSheet(!$("panel").classList.contains("up")));
  $("theme").addEventListener("click", () => setTheme(THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length]));
  document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); (pane.querySelector("a, button") ?? pane).focus(); });
  box.addEventListener("keydown", keys);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { mix(); paint(); });
  let size = [box.clientWidth, box.clientHeight].join();
  new ResizeObserver(() => {
    const now = [box.clientWidth, box.clientHeight].join();
    if (now !== size) fit();
    size = now;
  }).observe(box);
  addEventListener("keydown", (event) => { if (event.key === "Escape" && document.activeElement !== $("search")) go(""); });
}

function keys(event) {
  const act = { ArrowLeft: () => pan(-60, 0), ArrowRight: () => pan(60, 0), ArrowUp: () => pan(0, -60), ArrowDown: () => pan(0, 60), "+": () => zoom(1.2), "=": () => zoom(1.2), "-": () => zoom(1 / 1.2), 0: () => fit(true) }[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
}

function begin() {
  const wished = [saved.get("graphbuild-language"), ...(navigator.languages ?? []).map((code) => code.slice(0, 2))];
  language = wished.find((code) => code && Object.hasOwn(WORDS, code)) ?? "en";
  const before = saved.get("graphbuild-theme");
  if (before === "light" || before === "dark") document.documentElement.dataset.theme = before;
  $("languages").append(...Object.keys(WORDS).map((code) => h("button", { type: "button", lang: code, onclick: () => setLanguage(code) }, code.toUpperCase())));
  start();
  say();
  listen();
  fit();
  network.once("afterDrawing", () => fit()); // vis-network frames the shapes once more, without their names
  route();
}
begin();
// For the tests, and for whoever opens the console: what is drawn, nothing more.
globalThis.graphbuild = { network, labels: () => placed, scale: () => network.getScale() };
