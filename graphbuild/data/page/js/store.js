// What has arrived so far: names, facts and articles, and the nodes and lines of the picture.
const TYPES = ["organization", "person", "place", "project", "event", "product"];
const STANCES = ["certain", "planned", "rumoured", "cancelled", "denied"];
const things = new Map();
const facts = new Map();
const articles = new Map();
const factsOf = new Map(); // by name
const spots = new Map(); // nodes by id, those to be shown first first
const ways = new Map(); // lines by number
const waysOf = new Map(); // by node
const wayOfFact = new Map();
let groups = [];
let summary = {};
let arrivals = 0; // how often something came, so that what is derived knows when it is old

const among = (map, key) => map.get(key) ?? map.set(key, []).get(key);

/** Take in a parcel: see graphbuild/show/contents.py for its shape. What is known already stays. */
function arrive({ things: names = [], facts: said = [], articles: texts = {}, nodes = [], lines = [] }) {
  arrivals++;
  for (const thing of names) if (!things.has(thing.id)) things.set(thing.id, thing);
  for (const [key, article] of Object.entries(texts)) if (!articles.has(key)) articles.set(key, article);
  for (const fact of said) if (!facts.has(fact.id)) facts.set(fact.id, whole(fact));
  for (const [id, x, y, size, type, name] of nodes) addSpot({ id, x, y, size, type, name });
  lines.forEach(([from, to, wide, main, mutual, ids]) => addWay({ from, to, wide, main: !!main, mutual: !!mutual, facts: ids }));
}

/** A fact with what was left out because its claims say it or because it is so most of the time. */
function whole(fact) {
  fact.claims ??= [];
  fact.conflicts ??= [];
  fact.weight ??= 0;
  fact.disputed ??= false;
  for (const claim of fact.claims) {
    claim.status ??= fact.status;
    claim.polarity ??= "positive";
    claim.certainty ??= "asserted";
    if (claim.amount) claim.amount.comparator ??= "=";
  }
  fact.amounts ??= fact.claims.filter((claim) => claim.amount).slice(0, 1).map((claim) => claim.amount);
  for (const sum of fact.amounts) sum.comparator ??= "=";
  fact.keys = [...new Set(Object.values(fact.roles ?? {}).flat())];
  for (const key of fact.keys) among(factsOf, key).push(fact);
  return fact;
}

function addSpot(node) {
  if (!spots.has(node.id)) spots.set(node.id, { ...node, at: [node.x, node.y] });
}

let counted = 0; // lines of parcels are numbered as they come
function addWay(line) {
  const id = line.id ?? counted++;
  if (ways.has(id)) return;
  const way = { ...line, id };
  ways.set(id, way);
  for (const end of [way.from, way.to]) among(waysOf, end).push(way);
  for (const fact of way.facts) among(wayOfFact, fact).push(way);
}

/** Remember what is derived from the store until something new arrives. */
function derived(make) {
  let [made, when] = [null, -1];
  return () => {
    if (when !== arrivals) [made, when] = [make(), arrivals];
    return made;
  };
}
