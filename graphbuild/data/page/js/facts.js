// The facts, names and articles that the page carries, and what is derived from them.
const DATA = JSON.parse(document.getElementById("data").textContent);
const TYPES = ["organization", "person", "place", "project", "event", "product"];
const STANCES = ["certain", "planned", "rumoured", "cancelled", "denied"];
const things = new Map(DATA.things.map((thing) => [thing.id, thing]));
const facts = new Map(DATA.facts.map((fact) => [fact.id, fact]));
const articles = new Map(Object.entries(DATA.articles));
const factsOf = new Map();
for (const fact of facts.values()) {
  fact.amounts ??= [];
  fact.claims ??= [];
  fact.conflicts ??= [];
  fact.keys = [...new Set(Object.values(fact.roles ?? {}).flat())].filter((key) => things.has(key));
  for (const key of fact.keys) factsOf.set(key, [...(factsOf.get(key) ?? []), fact]);
}
// Parts of a whole, and the claim behind an id: asked for again and again.
const partsOf = (fact) => [...facts.values()].filter((other) => other.part_of === fact.id);
const bySize = (a, b) => b.weight - a.weight || a.stance.localeCompare(b.stance) || (a.id < b.id ? -1 : 1);
const order = (fact) => STANCES.indexOf(fact.stance);
const sorted = [...facts.values()].sort((a, b) => b.weight - a.weight || order(a) - order(b) || (a.id < b.id ? -1 : 1));

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

/** Everything that a search may find a fact by. */
const haystack = (fact) => fold([titleOf(fact), kindOf(fact), wordsOf(fact), ...fact.amounts.flatMap((s) => [short(s), s.quote ?? ""]), ...fact.keys.flatMap((k) => things.get(k).aliases ?? [])].join(" "));
const hayOfThing = (thing) => fold([thing.label, ...(thing.aliases ?? [])].join(" "));
