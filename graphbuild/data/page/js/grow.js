// On a server: what is around a name is asked for when it is wanted, and put beside what is there.
const home = document.querySelector('meta[name="graphbuild-server"]')?.content ?? ""; // the base of its IRIs
const GAP = 95; // between what is new and what was there, in units of the picture
const grown = new Map(); // what was asked for: a promise of whether the server knows it, and has all of it here
let elsewhere = []; // names of the rest of the graph that a search has found

async function fetched(path) {
  const answer = await fetch(path, { headers: { accept: "application/json" } });
  return answer.ok ? answer.json() : null;
}

/** Bring everything that is said of one name, or one fact; null in a file, which has no server. */
function grow(id) {
  if (!home || !id.startsWith(home)) return null;
  if (!grown.has(id)) {
    const asked = fetched(`/explore/part?around=${encodeURIComponent(id)}`).then((parcel) => parcel && { ...parcel, added: join(parcel, id) });
    grown.set(id, asked.catch(() => { grown.delete(id); return null; }));
  }
  return grown.get(id);
}

/** Names of the whole graph that a search finds. */
async function searchServer(words) {
  const found = home && words.trim() ? await fetched(`/search?only=names&q=${encodeURIComponent(words)}`).catch(() => null) : null;
  elsewhere = (found?.names ?? []).filter(({ iri }) => !things.has(iri));
}

/** Take in a parcel without moving what the reader sees; says how many facts are new. */
function join(parcel, id) {
  const before = facts.size;
  const from = new Map(parcel.nodes.map(([key, x, y]) => [key, [x, y]]));
  const anchor = spots.get(id)?.at ?? [0, 0], [x0, y0] = from.get(id) ?? [0, 0];
  const taken = [...spots.values()].map(({ at }) => at);
  counted = Math.max(counted, ...[...ways.keys()].map((number) => number + 1), 0);
  for (const [key, x, y, size, type, name] of parcel.nodes) {
    if (spots.has(key)) continue;
    const place = freePlace([anchor[0] + x - x0, anchor[1] + y - y0], taken);
    taken.push(place);
    addSpot({ id: key, x: place[0], y: place[1], size, type, name });
    pose(spots.get(key));
  }
  const isDrawn = (tail, head) => (fact) => (wayOfFact.get(fact) ?? []).some((way) => way.from === tail && way.to === head);
  const lines = parcel.lines.map(([tail, head, wide, main, mutual, ids]) => [tail, head, wide, main, mutual, ids.filter((fact) => !isDrawn(tail, head)(fact))]);
  arrive({ ...parcel, nodes: [], lines: lines.filter(([, , , , , ids]) => ids.length) });
  recount();
  forgetHay();
  say();
  return facts.size - before;
}

/** The nearest place to one wished for that nobody has, on a spiral around it. */
function freePlace([x, y], taken) {
  for (let step = 0; ; step++) {
    const [turn, reach] = [step * 2.4, GAP * 0.5 * Math.sqrt(step)];
    const place = [x + reach * Math.cos(turn), y + reach * Math.sin(turn)];
    if (taken.every(([a, b]) => Math.hypot(a - place[0], b - place[1]) >= GAP)) return place;
  }
}

/** What there is in all, after something has come. */
function recount() {
  const tally = (values) => values.reduce((sums, value) => ({ ...sums, [value]: (sums[value] ?? 0) + 1 }), {});
  const all = [...facts.values()], disputed = all.filter((fact) => fact.disputed);
  const points = new Set(disputed.map((fact) => [fact.id, ...fact.conflicts.filter((rival) => facts.has(rival))].sort()[0]));
  summary = {
    ...summary, articles: articles.size, facts: facts.size, things: things.size, nodes: spots.size, disputed: disputed.length, points: points.size,
    types: tally([...things.values()].filter((thing) => factsOf.has(thing.id)).map((thing) => thing.type)), stances: tally(all.map((fact) => fact.stance)),
  };
}

/** On a server: a button that brings what is around a name, and the way to its own page. */
function growChoice(thing) {
  if (!home || !thing.id.startsWith(home)) return null;
  const said = h("span", { class: "n", role: "status" });
  const button = h("button", { type: "button", class: "more grow", onclick: () => growNow(thing, button, said) }, t("grow"));
  return h("p", { class: "acts" }, grown.has(thing.id) ? null : button, said, " ", h("a", { class: "own", href: `/id/${thing.id.slice(home.length)}` }, t("own_page")));
}

async function growNow(thing, button, said) {
  button.disabled = true;
  said.textContent = "…";
  const came = await grow(thing.id);
  if (!came) {
    button.disabled = false;
    said.textContent = t("grow_failed");
    return;
  }
  await route();
  frame([...chosen.nodes, ...chosen.ends].map((key) => spots.get(key)).filter(Boolean).map((spot) => ({ ...spot, r: 60 })), true);
  const told = pane.querySelector(".acts .n");
  if (told) told.textContent = t(came.more ? "grown_more" : "grown", { n: came.added });
}

/** What a search found in the rest of the graph. */
function elsewhereList() {
  if (!query || !elsewhere.length) return null;
  const item = ({ iri, name, type }) => h("li", {}, h("a", { class: "thing", href: address("entity", iri) }, glyph(type), isolate(name)));
  return h("section", { class: "group elsewhere" }, heading(t("elsewhere")), h("ul", { class: "names" }, elsewhere.map(item)));
}
