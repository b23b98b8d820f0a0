// Going from name to name: what is around one, and how two are linked.
const MOST_AROUND = 400; // names of a neighbourhood

/** The names within some steps of one, itself included. */
function neighbourhood(id, steps) {
  let edge = [id];
  const found = new Set(edge);
  for (let i = 0; i < steps && found.size < MOST_AROUND; i++) {
    const next = edge.flatMap((key) => (waysOf.get(key) ?? []).filter(wayShown).sort((a, b) => b.wide - a.wide).map((way) => (way.from === key ? way.to : way.from)));
    edge = [...new Set(next)].filter((key) => !found.has(key)).slice(0, MOST_AROUND - found.size);
    edge.forEach((key) => found.add(key));
  }
  return found;
}

/** The shortest way between two names over lines that are shown, wide ones first; null where there is none. */
function linked(from, to) {
  const came = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !came.has(to)) {
    const next = [];
    for (const key of edge) {
      for (const way of (waysOf.get(key) ?? []).filter(wayShown).sort((a, b) => b.wide - a.wide || a.id - b.id)) {
        const other = way.from === key ? way.to : way.from;
        if (came.has(other)) continue;
        came.set(other, { way, key });
        next.push(other);
      }
    }
    edge = next;
  }
  if (!came.has(to)) return null;
  const steps = [];
  for (let key = to; came.get(key); key = came.get(key).key) steps.unshift({ ...came.get(key), to: key });
  return steps;
}

/** How far around a name the picture goes. */
function stepChoice(thing, steps) {
  if (!waysOf.has(thing.id)) return null;
  const choices = [[0, t("steps_all")], [1, t("steps_one")], [2, t("steps_two")]];
  return h("p", { class: "steps", role: "group", "aria-label": t("steps") }, choices.map(([n, words]) =>
    h("a", { href: address("entity", thing.id, n ? { steps: n } : {}), "aria-current": steps === n ? "true" : null }, words)));
}

/** Choose another name to see how the two are linked. */
function pathChoice(thing) {
  if (!waysOf.has(thing.id)) return null;
  const found = h("ul", { class: "found", id: "path-found" });
  const look = async (event) => {
    const words = fold(event.target.value).split(/\s+/u).filter(Boolean);
    if (words.length) await source.find(event.target.value);
    const hits = words.length ? [...things.values()].filter((other) => other !== thing && waysOf.has(other.id) && words.every((word) => hayOfThing(other).includes(word))) : [];
    hits.sort((a, b) => (factsOf.get(b.id) ?? []).length - (factsOf.get(a.id) ?? []).length);
    found.replaceChildren(...hits.slice(0, 6).map((other) => h("li", {}, h("a", { class: "thing", href: address("path", thing.id, { to: other.id }) }, glyph(other.type), isolate(other.label)))));
  };
  const enter = (event) => { if (event.key === "Enter") found.querySelector("a")?.click(); };
  return h("div", { class: "path-choice" }, h("label", { for: "path-to" }, t("path_to")), h("input", { id: "path-to", type: "search", autocomplete: "off", "aria-controls": "path-found", oninput: look, onkeydown: enter }), found);
}

/** How two names are linked: each step with the facts that make it. */
function showPath(thing, other) {
  const steps = other && thing !== other ? linked(thing.id, other.id) : null;
  const said = (steps ?? []).map(({ way }) => factsOn(way));
  selected = said.flat();
  fill(
    crumb(),
    h("p", { class: "over-line" }, t("path")),
    h("h2", { tabindex: -1, dir: "auto" }, [thing, other].filter(Boolean).map((one) => one.label).join(" … ")),
    steps ? h("p", { class: "also" }, t("path_steps", { n: steps.length })) : other ? h("p", { class: "note" }, t("path_none")) : null,
    (steps ?? []).map(({ key, to }, i) => h("section", { class: "step" }, h("h3", {}, nameAt(key), " – ", nameAt(to)), rows(said[i]))),
    pathChoice(thing),
  );
  choose(steps ? [thing.id, ...steps.map(({ to }) => to)] : [thing.id], selected.map((fact) => fact.id));
}

const nameAt = (id) => (things.has(id) ? thingLink(id) : isolate(spots.get(id)?.name ?? id));
