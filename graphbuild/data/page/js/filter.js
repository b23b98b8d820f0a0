// Which facts are shown. A filter is what the reader set; the address carries it.
const hidden = { types: new Set(), stances: new Set() };
const only = { kinds: new Set(), disputed: false, article: "", unit: "", min: null, max: null, from: "", to: "" };

const isSet = () => Boolean(hidden.stances.size || only.kinds.size || only.disputed || only.article || only.unit || only.min !== null || only.max !== null || only.from || only.to);

/** When a fact was said: the days of its articles, else the dates it names. */
const datesOf = (fact) => fact.claims.map((claim) => articles.get(claim.document)?.published ?? claim.date).filter(Boolean);

const TESTS = {
  stance: (fact) => !hidden.stances.has(fact.stance) && !(fact.disputed && hidden.stances.has("disputed")),
  kind: (fact) => !only.kinds.size || only.kinds.has(fact.kind),
  disputed: (fact) => !only.disputed || fact.disputed,
  article: (fact) => !only.article || fact.claims.some((claim) => claim.document === only.article),
  amount: (fact) => (!only.unit && only.min === null && only.max === null) || fact.amounts.some(inRange),
  date: (fact) => (!only.from && !only.to) || datesOf(fact).some(inTime),
};

function inRange(sum) {
  const low = Number(sum.value), high = Number(sum.high ?? sum.value);
  return (only.unit ? sum.unit === only.unit : isMoney(sum)) && (only.min === null || high >= only.min) && (only.max === null || low <= only.max);
}

/** A year or a month is inside when any of its days is: dates are compared as far as both go. */
function inTime(day) {
  const upTo = (limit) => day.slice(0, limit.length).localeCompare(limit.slice(0, day.length));
  return (!only.from || upTo(only.from) >= 0) && (!only.to || upTo(only.to) <= 0);
}

/** Whether a fact passes everything that is set, but for one test. */
const passes = (fact, but = "") => Object.entries(TESTS).every(([name, test]) => name === but || test(fact));

let passing = null;
let passingAt = -1;
/** The facts that pass, as a set. */
function passed() {
  if (!passing || passingAt !== arrivals) {
    passing = new Set([...facts.values()].filter((fact) => passes(fact)));
    passingAt = arrivals;
  }
  return passing;
}
const forgetPassed = () => { passing = null; };

const isShown = (fact) => passed().has(fact);
/** Whether a line says something that passes, between two ends that are shown. A fact still to come counts as passing. */
const wayShown = (way) => !hidden.types.has(spots.get(way.from)?.type) && !hidden.types.has(spots.get(way.to)?.type)
  && (!isSet() || way.facts.some((id) => facts.has(id) && isShown(facts.get(id))));
const spotShown = (spot) => !hidden.types.has(spot.type)
  && (spot.type === "purpose" ? (waysOf.get(spot.id) ?? []).some(wayShown) : !isSet() || (factsOf.get(spot.id) ?? []).some(isShown));
