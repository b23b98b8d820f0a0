// What is searched and set, what Escape does, and the start.
const saved = { get: (key) => { try { return localStorage.getItem(key); } catch { return null; } }, set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* private windows and some file: pages keep nothing */ } } };
const $ = (id) => document.getElementById(id);

function openSheet(open) {
  $("panel").classList.toggle("up", open);
  $("handle").setAttribute("aria-expanded", String(open));
}

let asked = 0;
async function search() {
  query = $("search").value;
  const mine = ++asked, here = turn, place = location.hash, words = fold(query).split(/\s+/u).filter(Boolean);
  if (words.length) await source.find(query);
  // The reader has typed on, or gone where a line of the list led; the address says so before the page has turned.
  if (mine !== asked || here !== turn || place !== location.hash) return;
  const hit = (hay) => words.length > 0 && words.every((word) => hay.includes(word));
  const named = [...things.values()].filter((thing) => hit(hayOfThing(thing))).map((thing) => thing.id);
  const said = words.length ? sorted().filter((fact) => hit(haystack(fact))) : [];
  if (words.length && !(tab === "facts" ? said : named).length) tab = said.length ? "facts" : named.length ? "things" : tab;
  if (somewhere()) history.replaceState(null, "", address());
  selected = [...new Set(named.length ? named.flatMap((key) => factsOf.get(key) ?? []) : said)];
  choose(named.length ? named : said.flatMap((fact) => fact.keys), (named.length ? named.flatMap((key) => factsOf.get(key) ?? []) : said).map((fact) => fact.id));
  showIndex();
  if (narrow.matches) openSheet(words.length > 0);
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
  forgetHay();
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
  $("physics").addEventListener("click", () => move($("physics").getAttribute("aria-pressed") !== "true"));
  $("open-filters").addEventListener("click", toggleDrawer);
  $("reset").addEventListener("click", resetFilters);
  $("handle").addEventListener("click", () => openSheet(!$("panel").classList.contains("up")));
  $("theme").addEventListener("click", () => setTheme(THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length]));
  document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); (pane.querySelector("a, button") ?? pane).focus(); });
  listenOnFoot();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { mix(); paint(); });
  let size = [box.clientWidth, box.clientHeight].join();
  new ResizeObserver(() => {
    const now = [box.clientWidth, box.clientHeight].join();
    if (now !== size) fit();
    size = now;
  }).observe(box);
  addEventListener("keydown", (event) => { if (event.key === "Escape" && document.activeElement !== $("search")) escape(); });
}

/** Escape closes what is open on top, then what is chosen. */
function escape() {
  if ($("export").open) $("export").open = false;
  else if (!$("filters").hidden) { toggleDrawer(); $("open-filters").focus(); }
  else {
    go("");
    if (returning) box.focus();
  }
}

let terms = {};
let title = null;
function begin() {
  const wished = [saved.get("graphbuild-language"), ...(navigator.languages ?? []).map((code) => code.slice(0, 2))];
  language = wished.find((code) => code && Object.hasOwn(WORDS, code)) ?? "en";
  const before = saved.get("graphbuild-theme");
  if (before === "light" || before === "dark") document.documentElement.dataset.theme = before;
  $("languages").append(...Object.keys(WORDS).map((code) => h("button", { type: "button", lang: code, onclick: () => setLanguage(code) }, code.toUpperCase())));
  const first = source.open();
  ({ terms, title } = first);
  start(first.options);
  say();
  listen();
  fit();
  route();
  network.once("afterDrawing", () => { // vis-network frames the shapes once more, without their names
    fit();
    if (somewhere()) route();
    setTimeout(complete);
  });
}

/** When everything has arrived: what was counted and listed so far is old. */
async function complete() {
  const before = arrivals;
  await source.all();
  if (arrivals === before) return;
  say();
  if (somewhere()) route();
  else { fit(); showIndex(); }
}
begin();
// For the tests, and for whoever opens the console: what is drawn, nothing more.
globalThis.graphbuild = { network, spots: () => [...spots.values()], discs: () => groups.map(({ x, y, r }) => ({ x, y, r: r * RIM })), ways: () => [...ways.values()], facts: () => facts.size, labels: () => placed, scale: () => network.getScale(), complete: () => source.all() };
