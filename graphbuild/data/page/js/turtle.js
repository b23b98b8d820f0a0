// What is selected, as Turtle, in the public vocabulary of graphbuild.

const iri = (text) => `<${String(text).replace(/[\u0000-\u0020<>"{}|^`\\]/gu, (letter) => encodeURIComponent(letter))}>`;
const isIri = (text) => /^[a-z][a-z0-9+.-]*:\S+$/iu.test(text);
const literal = (text) => `"${String(text).replace(/[\\"\n\r\t\u0000-\u001f]/gu, (letter) => ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" })[letter] ?? `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** One node with its properties: [[property, value], ...], already written. */
const node = (id, properties) => `${iri(id)}\n    ${properties.map(([property, value]) => `${property} ${value}`).join(" ;\n    ")} .`;

function turtleOf(list) {
  const blocks = new Map();
  for (const fact of list) {
    blocks.set(fact.id, factBlock(fact));
    for (const claim of fact.claims) claimBlocks(blocks, fact, claim);
    for (const sum of fact.amounts) if (sum.id) blocks.set(sum.id, sumBlock(sum));
    for (const key of fact.keys) if (things.has(key)) blocks.set(key, thingBlock(things.get(key)));
  }
  const head = Object.entries(terms.prefixes).map(([prefix, space]) => `@prefix ${prefix}: <${space}> .`);
  return `${head.join("\n")}\n\n${[...blocks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, block]) => block).join("\n\n")}\n`;
}

const statusTerm = (status) => `gb:${capital(status)}`;

function factBlock(fact) {
  const roles = Object.entries(fact.roles ?? {}).flatMap(([role, keys]) => keys.map((key) => [`gb:${role}`, iri(key)]));
  return node(fact.id, [
    ["a", `gb:Fact, gb:${terms.classes[fact.kind]}`], ...roles,
    ...Object.entries(fact.texts ?? {}).map(([role, words]) => [`gb:${role}`, literal(words)]),
    ...fact.amounts.filter((sum) => sum.id).map((sum) => ["gb:amount", iri(sum.id)]),
    ...(fact.status ? [["gb:status", statusTerm(fact.status)]] : []),
    ...fact.claims.map((claim) => ["gb:statedBy", iri(claim.id)]),
    ...fact.conflicts.map((id) => ["gb:conflictsWith", iri(id)]),
    ...(fact.part_of ? [["gb:partOf", iri(fact.part_of)]] : []),
  ]);
}

function claimBlocks(blocks, fact, claim) {
  const article = articles.get(claim.document), home = article?.iri;
  const passages = home ? (claim.evidence ?? []).map(([start, end]) => [`${home}#char=${start},${end}`, start, end]) : [];
  blocks.set(claim.id, node(claim.id, [
    ["a", `gb:Claim, gb:${terms.classes[fact.kind]}`], ...(home ? [["gb:inDocument", iri(home)]] : []),
    ...passages.map(([id]) => ["gb:evidence", iri(id)]), ...(claim.amount?.id ? [["gb:amount", iri(claim.amount.id)]] : []),
    ...(claim.status ? [["gb:status", statusTerm(claim.status)]] : []), ["gb:polarity", literal(claim.polarity)], ["gb:certainty", literal(claim.certainty)],
    ...(claim.speaker ? [["gb:attributedTo", things.has(claim.speaker) ? iri(claim.speaker) : literal(claim.speaker)]] : []),
    ...(claim.date ? [["gb:date", literal(claim.date)]] : []),
  ]));
  for (const [id, start, end] of passages) blocks.set(id, node(id, [["a", "gb:Passage"], ["gb:inDocument", iri(home)], ["gb:start", start], ["gb:end", end], ["gb:quote", literal(wordsAt(claim.document, start, end))]]));
  if (claim.amount?.id) blocks.set(claim.amount.id, sumBlock(claim.amount));
  if (home) blocks.set(home, node(home, [["a", "gb:Document"], ["dcterms:identifier", literal(claim.document)], ...(article.title ? [["dcterms:title", literal(article.title)]] : []), ...(article.language ? [["dcterms:language", literal(article.language)]] : [])]));
}

function sumBlock(sum) {
  return node(sum.id, [
    ["a", "gb:Amount"], ["gb:value", `"${sum.value}"^^xsd:decimal`], ...(sum.high ? [["gb:maxValue", `"${sum.high}"^^xsd:decimal`]] : []),
    ...(sum.unit ? [[isMoney(sum) ? "gb:currency" : "gb:unit", literal(sum.unit)]] : []), ["gb:comparator", literal(sum.comparator)], ...(sum.quote ? [["gb:quote", literal(sum.quote)]] : []),
  ]);
}

const thingBlock = (thing) => node(thing.id, [["a", `gb:${capital(thing.type)}`], ["rdfs:label", literal(thing.label)], ...(thing.aliases ?? []).map((alias) => ["skos:altLabel", literal(alias)])]);
