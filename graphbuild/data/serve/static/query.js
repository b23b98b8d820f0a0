"use strict";
// Questions in SPARQL: an editor, with colours where one was built, and the answer as a table.
const $ = (id) => document.getElementById(id);
const KNOWN = JSON.parse($("known").textContent);
const WORDS = JSON.parse($("words").textContent);
const area = $("query");
const START = "SELECT ?who ?name {\n  ?who a gb:Organization ; rdfs:label ?name .\n} ORDER BY ?name LIMIT 20";
area.value = declared(area.value || START);

/** The question with the prefixes that it uses, which the server knows and other tools ask for. */
function declared(text) {
  const given = new Set([...text.matchAll(/PREFIX\s+([\w-]*):/gi)].map((match) => match[1]));
  const bare = text.replace(/<[^>\s]*>|"[^"\n]*"|#[^\n]*/g, " ");
  const used = Object.keys(KNOWN.prefixes).filter((name) => !given.has(name) && new RegExp(`(?<![\\w:?$-])${name}:`).test(bare));
  return used.map((name) => `PREFIX ${name}: <${KNOWN.prefixes[name]}>\n`).join("") + text;
}

/** The editor with colours, if `make editor` has built one; else the text area with our completion. */
const editor = typeof Yasqe === "undefined" ? plain() : rich();

function rich() {
  // No completer asks another machine for anything.
  Yasqe.defaults.autocompleters = ["variables", "graphbuild"];
  Yasqe.registerAutocompleter({
    name: "graphbuild",
    bulk: false,
    autoShow: true,
    persistenceId: null,
    isValidCompletionPosition: (yasqe) => /^\w+:/.test(yasqe.getTokenAt(yasqe.getDoc().getCursor()).string) || /^\w*$/.test(yasqe.getTokenAt(yasqe.getDoc().getCursor()).string),
    get: (_, token) => completions(token?.string ?? "").map(({ term }) => term),
  }, true);
  const home = $("editor"), start = area.value;
  home.replaceChildren();
  const yasqe = new Yasqe(home, { value: start, persistenceId: null, showQueryButton: false, resizeable: false, editorHeight: "300px", createShareableLink: null, requestConfig: { endpoint: "/sparql" }, extraKeys: { "Ctrl-Enter": run, "Cmd-Enter": run } });
  home.querySelector("textarea").setAttribute("aria-label", "SPARQL");
  return { get: () => yasqe.getValue(), set: (text) => yasqe.setValue(text) };
}

function plain() {
  area.addEventListener("input", suggest);
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); }
    if (event.key === "Escape") $("completions").hidden = true;
    if (event.key === "ArrowDown" && !$("completions").hidden) { event.preventDefault(); $("completions").querySelector("button").focus(); }
  });
  return { get: () => area.value, set: (text) => { area.value = text; } };
}

function completions(word) {
  const wanted = word.toLowerCase();
  return wanted.length < 2 ? [] : KNOWN.terms.filter(({ term, label }) => term.toLowerCase().startsWith(wanted) || (wanted.startsWith("gb:") && label.toLowerCase().includes(wanted.slice(3)))).slice(0, 30);
}

function suggest() {
  const before = area.value.slice(0, area.selectionStart), word = /[\w:]*$/.exec(before)[0];
  const found = word.includes(":") ? completions(word) : [];
  $("completions").hidden = !found.length;
  $("completions").replaceChildren(...found.slice(0, 8).map(({ term, label }) => {
    const item = document.createElement("li"), button = document.createElement("button");
    button.type = "button";
    button.append(term, " ", Object.assign(document.createElement("span"), { className: "n", textContent: label }));
    button.addEventListener("click", () => {
      const end = area.selectionStart;
      area.setRangeText(term, end - word.length, end, "end");
      $("completions").hidden = true;
      area.focus();
    });
    item.append(button);
    return item;
  }));
}

let links = [];
async function run() {
  $("said").textContent = "…";
  $("results").hidden = true;
  const question = editor.get(), began = performance.now();
  history.replaceState(null, "", `/query?${new URLSearchParams({ query: question })}`.slice(0, 8000));
  const body = new URLSearchParams({ query: question });
  let answer, text;
  try {
    answer = await fetch("/sparql", { method: "POST", body, headers: { accept: "application/sparql-results+json, text/turtle;q=0.9" } });
    text = await answer.text();
  } catch (error) {
    $("said").textContent = String(error);
    return;
  }
  $("said").textContent = answer.ok ? `${Math.round(performance.now() - began)} ms` : text;
  if (!answer.ok) return;
  const json = answer.headers.get("content-type").startsWith("application/sparql-results+json");
  show(json ? JSON.parse(text) : null, text);
  offer(text, json);
}

function offer(text, json) {
  links.forEach((link) => URL.revokeObjectURL(link));
  links = [];
  for (const id of ["csv", "json"]) {
    $(id).hidden = id === "csv" && !json;
    const data = id === "csv" && json ? csv(JSON.parse(text)) : text;
    const link = URL.createObjectURL(new Blob([data], { type: "text/plain;charset=utf-8" }));
    links.push(link);
    $(id).href = link;
  }
  $("json").textContent = json ? "JSON" : "Turtle";
  $("json").download = json ? "answer.json" : "answer.ttl";
}

function csv(results) {
  // As in the page's own table: nothing that a spreadsheet takes for a formula.
  const plain = (value) => (/^\s*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/u.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value);
  const quote = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const names = results.head.vars ?? ["answer"];
  const rows = results.results?.bindings ?? [{ answer: { value: String(results.boolean) } }];
  return [names, ...rows.map((row) => names.map((name) => quote(plain(row[name]?.value ?? ""))))].map((row) => row.join(",")).join("\r\n");
}

/** The answer as a table; whatever it says goes in as text. */
function show(results, text) {
  const make = (tag, ...children) => { const el = document.createElement(tag); el.append(...children); return el; };
  $("results").hidden = false;
  if (!results) { $("count").textContent = ""; $("table").replaceChildren(make("pre", text)); return; }
  const names = results.head.vars ?? [], rows = results.results?.bindings ?? [];
  $("count").textContent = "boolean" in results ? "" : WORDS.rows.replace("{n}", rows.length);
  if ("boolean" in results) { $("table").replaceChildren(make("p", String(results.boolean))); return; }
  const cell = (term) => {
    if (!term) return make("td");
    if (term.type !== "uri") return make("td", make("bdi", term.value));
    const link = make("a", make("bdi", short(term.value)));
    link.href = term.value.startsWith(WORDS.base) ? `/id/${term.value.slice(WORDS.base.length)}` : /^https?:/.test(term.value) ? term.value : "#";
    return make("td", link);
  };
  const head = make("thead", make("tr", ...names.map((name) => make("th", name))));
  const body = make("tbody", ...rows.slice(0, 1000).map((row) => make("tr", ...names.map((name) => cell(row[name])))));
  $("table").replaceChildren(rows.length ? make("table", head, body) : make("p", WORDS.none));
}

function short(iri) {
  if (iri.startsWith(WORDS.base)) return iri.slice(WORDS.base.length);
  const found = Object.entries(KNOWN.prefixes).find(([, space]) => iri.startsWith(space));
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
}

$("asking").addEventListener("submit", (event) => { event.preventDefault(); run(); });
$("examples").addEventListener("change", () => { if ($("examples").value) { editor.set(declared($("examples").value)); run(); } });
if (new URLSearchParams(location.search).has("query")) run();
