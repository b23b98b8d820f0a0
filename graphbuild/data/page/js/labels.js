// What the picture says: names, sums, and the names of communities. Where it says it is in placing.js.
const LINE_LETTERS = 22;

/** A long name on two lines, the rest cut. */
function wrap(text) {
  const letters = [...text.slice(0, 400).replace(/\s+/gu, " ").trim()]; // a name may be a whole page
  if (letters.length <= LINE_LETTERS) return [letters.join("")];
  const space = letters.lastIndexOf(" ", LINE_LETTERS);
  const cut = space > 7 ? space : LINE_LETTERS;
  const rest = letters.slice(cut).join("").trim();
  const more = [...rest];
  return [letters.slice(0, cut).join(""), more.length > LINE_LETTERS ? `${more.slice(0, LINE_LETTERS - 1).join("")}…` : rest];
}

const face = (size, bold, slant) => `${slant ? "italic " : ""}${bold ? 600 : 400} ${size * shrink()}px ${palette.sans}`;
/** Letters are a little smaller on a phone. */
const shrink = () => (box.clientWidth < 520 ? 0.86 : 1);

function nodeLabel(node) {
  const named = node.type !== "purpose", size = node.size > 18 ? 14.5 : node.size > 13 ? 13 : 12;
  const lines = wrap(node.name).map((text) => ({ text, font: face(size, named, !named), size, ink: faded(node.id) ? palette.thin : palette.ink }));
  const name = lines.length;
  const own = (fact) => fact.keys.length === 1 && !wayOfFact.has(fact.id) && fact.amounts.length > 0 && isShown(fact);
  const [figure] = (factsOf.get(node.id) ?? []).filter(own).sort(bySize);
  if (figure) lines.push(...badge(figure, (factsOf.get(node.id) ?? []).filter(own), faded(node.id)));
  return { node: node.id, lines, name, rank: (chosen.nodes.has(node.id) ? 1000 : 0) + (node.id === standing ? 3000 : 0) + 100 + node.size, spots: aroundNode(node), must: node.id === standing || (big() && chosen.nodes.size < 4 && chosen.nodes.has(node.id)) };
}

/** The biggest sum that is said of one name alone, and what contradicts it. */
function badge(figure, own, quiet) {
  const rivals = own.filter((fact) => figure.conflicts.includes(fact.id));
  const struck = figure.stance === "denied" || figure.stance === "cancelled";
  const hue = figure.disputed ? palette.alarm : figure.stance === "certain" ? palette.soft : palette[figure.stance];
  const sums = sumsOf([figure, ...rivals]), mark = t(`marks.${figure.stance}`);
  const first = `${kindOf(figure).toLowerCase()} ${sums[0]}${figure.stance === "rumoured" ? " ?" : ""}`;
  return [{ text: first, struck }, ...sums.slice(1, 3).map((sum) => ({ text: `≠ ${sum}` })), mark && { text: struck ? `✕ ${mark}` : mark }]
    .filter(Boolean).map((line, i, all) => ({ ...line, size: 11.5, font: face(11.5, false, mark && i === all.length - 1), ink: quiet ? palette.thin : hue }));
}

/** What stands on a line: its sum, else what it is in a word, and whether it is so. */
function edgeLabel(edge) {
  if (!edge.main) return null;
  const [fact] = factsOn(edge);
  if (!fact) return null;
  const stance = stanceOf(edge), sums = sumsOf(factsOn(edge));
  const disputed = isDisputed(edge), struck = stance === "denied" || stance === "cancelled";
  const lit = chosen.edges.has(edge.id) || pointed === edge.id;
  const quiet = !lit && chosen.nodes.size + chosen.edges.size > 0;
  const hue = disputed ? palette.alarm : stance === "certain" ? palette.ink : palette[stance];
  const ink = quiet ? palette.thin : hue;
  const part = fact.part_of && sums.length === 1;
  const said = sums.map((sum, i) => (i ? `≠ ${sum}` : part ? t("of_which", { amount: sum }) : sum));
  if (said.length && stance === "rumoured") said[said.length - 1] += " ?";
  const words = said.length ? said : [clip(fact.texts?.title ?? (fact.texts?.item && `${t("lines.supply")} ${fact.texts.item}`) ?? t(`lines.${fact.kind}`))].filter(Boolean);
  const small = !said.length;
  if (small && big() && !lit) return null;
  const lines = words.map((text) => ({ text, struck, ink: small && !quiet && stance === "certain" ? palette.soft : ink, size: small ? 11 : 13, font: small ? face(11, false, true) : face(13, true) }));
  const mark = t(`marks.${stance}`);
  if (mark) lines.push({ text: struck ? `✕ ${mark}` : mark, ink, size: 10.5, font: face(10.5, false, true) });
  if (!lines.length) return null;
  return { edge: edge.id, lines, rank: (lit ? 2000 : 0) + (small ? 0 : 55 + 40 * fact.weight), spots: alongEdge(edge.id), must: lit };
}

const clip = (text) => (text && [...text].length > 26 ? `${[...text].slice(0, 25).join("")}…` : text);


/** What a community is called: after its biggest name, with how many there are. */
function groupLabel(group) {
  const [first] = group.names, r = group.r;
  const line = { text: t("around", { name: wrap(nameOf(first))[0], n: group.size }), font: face(11.5, false, true), size: 11.5, ink: palette.soft };
  const spots = (w, h, scale) => [[0, -r - 8 / scale], [0, r + 8 / scale], [0, -r * 0.86], [0, r * 0.86]].map(([dx, dy]) => [(group.x + dx) * scale, (group.y + dy) * scale]);
  return { group: group.id, lines: [line], rank: 112 + Math.min(60, r / 40), spots };
}
