// Where the reader is: the address after #, which carries what is chosen and what is filtered.
//
// #entity=IRI, #fact=IRI, #claim=IRI, #article=ID, #group=IRI or #path=IRI&to=IRI, then filters.
const PLACES = ["entity", "fact", "claim", "article", "group", "path"];
const LISTS = { hide: () => [...hidden.types, ...hidden.stances], kinds: () => [...only.kinds] };

const joined = (pairs) => `#${pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&")}`;
const address = (kind, id, more = {}) => joined([...(kind ? [[kind, id]] : []), ...Object.entries(more), ...filterParts()]);

function filterParts() {
  const lists = Object.entries(LISTS).map(([key, give]) => [key, give().join(",")]);
  const values = [["unit", only.unit], ["min", only.min], ["max", only.max], ["from", only.from], ["until", only.to], ["source", only.article], ["only", only.disputed ? "disputed" : ""]];
  return [...lists, ...values].filter(([, value]) => value !== "" && value !== null);
}

/** The parts of the address; what cannot be read is as if it were not there. */
function parts() {
  const found = new Map();
  for (const part of location.hash.slice(1).split("&")) {
    const [, key, raw] = /^(\w+)=(.*)$/s.exec(part) ?? [];
    if (!key) continue;
    try { found.set(key, decodeURIComponent(raw)); } catch { found.set(key, raw); }
  }
  return found;
}

/** Whether something is chosen, and not only filtered. */
const somewhere = () => PLACES.some((kind) => parts().has(kind));

function go(kind, id, more) {
  const next = address(kind, id, more);
  if (next === (location.hash || "#")) route();
  else location.hash = next;
}

/** Write the filters into the address without a step for the back button. */
function noteFilters() {
  const at = parts(), here = PLACES.find((kind) => at.has(kind));
  const more = Object.fromEntries(["to", "steps"].filter((key) => at.has(key)).map((key) => [key, at.get(key)]));
  const next = address(here, at.get(here), more);
  history.replaceState(null, "", next === "#" ? location.pathname + location.search : next);
}

/** Set the filters from the address. Says whether any changed. */
function readFilters(at) {
  const before = JSON.stringify(filterParts());
  const names = (key) => (at.get(key) ?? "").split(",").filter(Boolean);
  const amount = (key) => (at.has(key) && Number.isFinite(Number(at.get(key))) ? Number(at.get(key)) : null);
  const day = (key) => (/^\d{4}(-\d\d){0,2}$/.test(at.get(key) ?? "") ? at.get(key) : "");
  const refill = (set, values) => { set.clear(); values.forEach((value) => set.add(value)); };
  refill(hidden.types, names("hide").filter((name) => [...TYPES, "purpose"].includes(name)));
  refill(hidden.stances, names("hide").filter((name) => [...STANCES, "disputed"].includes(name)));
  refill(only.kinds, names("kinds").filter((name) => Object.hasOwn(terms.classes, name)));
  Object.assign(only, { unit: at.get("unit") ?? "", min: amount("min"), max: amount("max"), from: day("from"), to: day("until"), article: at.get("source") ?? "", disputed: at.get("only") === "disputed" });
  if (JSON.stringify(filterParts()) === before) return false;
  forgetPassed();
  return true;
}

let turn = 0;
/** Show what the address says. */
async function route() {
  const mine = ++turn, at = parts(), kind = PLACES.find((name) => at.has(name)), id = kind && at.get(kind);
  if (readFilters(at)) sayFilters();
  const follow = reading || pane.contains(document.activeElement); // who reads goes on reading
  if (kind) await Promise.all([source.need(kind, id), at.has("to") && kind === "path" && source.need("entity", at.get("to"))]);
  if (mine !== turn) return; // the reader has gone on
  [returning, reading] = [reading || (returning && Boolean(kind)), false];
  within = null;
  const shown = kind ? openPlace(kind, id, at) : false;
  if (!shown) {
    choose([], []);
    paint();
    showIndex();
    if (narrow.matches) fit();
  }
  openSheet(shown);
  $("panel").scrollTop = 0;
  if (follow) (pane.querySelector("h2") ?? pane.querySelector('[aria-selected="true"]'))?.focus({ preventScroll: true });
}

/** Show one place, if there is such a one. */
function openPlace(kind, id, at) {
  if (kind === "entity" && things.has(id)) showThing(things.get(id), Number(at.get("steps")) || 0);
  else if (kind === "fact" && facts.has(id)) showFact(facts.get(id));
  else if (kind === "claim" && factOfClaim(id)) showFact(factOfClaim(id), id);
  else if (kind === "article" && articles.has(id)) showArticle(id);
  else if (kind === "group" && groupOf(id)) groupOf(at.get("to")) ? showStream(groupOf(id), groupOf(at.get("to"))) : showGroup(groupOf(id));
  else if (kind === "path" && things.has(id)) showPath(things.get(id), things.get(at.get("to") ?? ""));
  else return false;
  return true;
}

const groupOf = (id) => groups.find((group) => group.names[0] === id);
const factOfClaim = (id) => [...facts.values()].find((fact) => fact.claims.some((claim) => claim.id === id));
