// How lines look, and what steps forward when something is chosen.

/** Whether something else was chosen, so that this one steps back. */
function faded(id) {
  return chosen.nodes.size > 0 && !chosen.nodes.has(id) && !chosen.ends.has(id);
}

const factsOn = (way) => way.facts.map((id) => facts.get(id)).filter(Boolean);
const stanceOf = (way) => STANCES[Math.min(...factsOn(way).map(order))] ?? "certain";
const isDisputed = (way) => factsOn(way).some((fact) => fact.disputed);

/** How a line looks: width by amount, pattern and colour by how certain it is. */
function look(way, scale) {
  const stance = stanceOf(way), money = way.main && way.wide > 1.3;
  const picked = chosen.edges.has(way.id) || pointed === way.id;
  const quiet = !picked && chosen.nodes.size + chosen.edges.size > 0;
  const thin = big() ? 0.7 : 1;
  const width = (way.wide * thin * Math.max(scale, 0.12) ** (big() ? 0.25 : 0.5) + (picked ? 1 : 0)) / scale;
  const hue = isDisputed(way) && way.main ? palette.alarm : stance === "certain" ? palette[money ? "line" : "thin"] : palette[stance];
  const color = quiet ? palette.faint : picked && stance === "certain" && !isDisputed(way) ? palette.ink : hue;
  const px = 1 / scale;
  const dashes = { planned: [7 * px + width, 5 * px + width * 0.6], rumoured: [1.5 * px + width * 0.4, 4 * px + width * 0.6] }[stance] ?? false;
  const head = (0.36 + (money ? 0 : 0.04)) / Math.max(scale, 0.12) ** (big() ? 0.75 : 0.5);
  return {
    id: way.id, width, dashes, color: { color, highlight: color, hover: color, inherit: false },
    arrows: { to: { enabled: way.main && !way.mutual, scaleFactor: head, type: "triangle" } },
  };
}

let styledAt = 1;
/** What is shown, and its colours and widths, again, after any change. */
function paint() {
  if (!network) return;
  forgetBackdrop();
  compose();
  styledAt = network.getScale();
  edges.update(edges.getIds().map((id) => look(ways.get(id), styledAt)));
  forgetLabels();
  network.redraw();
}

function point(id) {
  if (pointed === id) return;
  const touched = [pointed, id].filter((key) => edges._data.has(key));
  pointed = id;
  box.style.cursor = id === null ? "" : "pointer";
  if (touched.length) forgetLabels();
  edges.update(touched.map((key) => look(ways.get(key), styledAt)));
  network.redraw();
}

/** Bring out some names and lines; everything else steps back. */
function choose(nodeIds, factIds) {
  if (!nodeIds.length && !factIds.length && !chosen.nodes.size && !chosen.edges.size) return;
  const lit = [...new Set(factIds.flatMap((id) => wayOfFact.get(id) ?? []))].sort((a, b) => b.wide - a.wide).slice(0, big() ? AROUND : Infinity);
  chosen = {
    nodes: new Set(nodeIds.slice(0, big() ? AROUND : Infinity)),
    edges: new Set(lit.map((way) => way.id)),
    ends: new Set(lit.flatMap((way) => [way.from, way.to])),
  };
  paint();
  if (!nodeIds.length) return;
  const ids = [...chosen.nodes, ...chosen.ends];
  if (big()) frame(ids.filter((id) => spots.has(id)).map((id) => ({ ...spots.get(id), r: 60 })), true);
  else bring(ids);
}
