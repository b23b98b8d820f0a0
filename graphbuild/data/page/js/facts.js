// How facts are told: their title, their kind, their sums, and the order in which they are listed.
const order = (fact) => STANCES.indexOf(fact.stance);
const bySize = (a, b) => b.weight - a.weight || order(a) - order(b) || (a.id < b.id ? -1 : 1);
const sorted = derived(() => [...facts.values()].sort(bySize));
const partsOfAll = derived(() => {
  const parts = new Map();
  for (const fact of sorted()) if (fact.part_of) among(parts, fact.part_of).push(fact);
  return parts;
});
const partsOf = (fact) => partsOfAll().get(fact.id) ?? [];

const nameOf = (key) => things.get(key)?.label ?? key;
const namesOf = (fact, roles) => roles.flatMap((role) => fact.roles?.[role] ?? []).filter((key) => things.has(key));

// Whose fact it is, and towards whom: how a fact is titled.
const FROM = { payer: 1, person: 1, owner: 1, supplier: 1, sited: 1, operator: 1, agent: 1, organization: 1 };

/** The two ends of a fact's title as lists of entity ids. */
function ends(fact) {
  const roles = Object.keys(fact.roles ?? {});
  const partners = namesOf(fact, ["partner"]);
  if (partners.length) return { from: partners, to: namesOf(fact, roles.filter((role) => role !== "partner")), mutual: true };
  const first = roles.find((role) => FROM[role] && namesOf(fact, [role]).length && !(role === "organization" && fact.kind === "position"));
  return { from: first ? namesOf(fact, [first]) : [], to: namesOf(fact, roles.filter((role) => role !== first)), mutual: false };
}

/** A fact as one line of plain text: "European Union → InvestAI". */
function titleOf(fact) {
  const { from, to, mutual } = ends(fact);
  const left = from.map(nameOf).join(mutual ? " + " : ", ");
  const right = to.map(nameOf).join(", ");
  return [left, right].filter(Boolean).join(" → ") || wordsOf(fact) || t(`kinds.${fact.kind}`);
}

/** What a fact says in words of its own: a purpose, a title, a measure, an item. */
function wordsOf(fact) {
  return Object.entries(fact.texts ?? {}).map(([role, words]) => (role === "measure" ? t(`measures.${words}`) || words : words)).join("; ");
}

/** The kind of a fact in a word; for a figure, which one. */
function kindOf(fact) {
  const measure = fact.kind === "result" && fact.texts?.measure;
  return (measure && t(`measures.${measure}`)) || t(`kinds.${fact.kind}`);
}

/** The sums of a fact, both of them where sources disagree. */
const sumsOf = (list) => {
  const seen = new Map(list.flatMap((fact) => fact.amounts).map((sum) => [short(sum), sum]));
  return [...seen.keys()];
};

// Everything that a search may find something by, made when it is first asked for.
let hay = new Map();
const forgetHay = () => { hay = new Map(); };
function kept(id, make) {
  if (!hay.has(id)) hay.set(id, fold(make().join(" ")));
  return hay.get(id);
}
const haystack = (fact) => kept(fact.id, () => [titleOf(fact), kindOf(fact), wordsOf(fact), ...fact.amounts.flatMap((s) => [short(s), s.quote ?? ""]), ...fact.keys.flatMap((k) => things.get(k)?.aliases ?? [])]);
const hayOfThing = (thing) => kept(thing.id, () => [thing.label, ...(thing.aliases ?? [])]);
