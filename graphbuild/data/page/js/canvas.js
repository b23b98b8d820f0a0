// The picture: vis-network draws the lines and shapes that are shown now, and no others.
const main = document.querySelector("main");
const narrow = matchMedia("(max-width: 760px)");
const shallow = matchMedia("(max-height: 520px)"); // a phone on its side
const box = document.getElementById("canvas");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const ALL = 220; // nodes: up to here everything is drawn at once, see graphbuild/show/plan.py
const SHOWN = 90; // nodes of a bigger graph that are drawn at once, those seen in the window
const FLOWS = 110; // lines of a bigger graph
const AROUND = 60; // ends of a chosen name's lines
const nodes = new vis.DataSet();
const edges = new vis.DataSet();
let network = null;
let chosen = { nodes: new Set(), edges: new Set(), ends: new Set() };
let within = null; // a set of nodes: nothing else is drawn
let pointed = null; // what the pointer is on

const big = () => spots.size > ALL || summary.nodes > ALL;

function start(options) {
  mix();
  Object.assign(options.nodes, { shape: "custom", ctxRenderer: drawNode });
  compose();
  network = new vis.Network(box, { nodes, edges }, options);
  box.firstElementChild.removeAttribute("tabindex"); // one stop for the keyboard, ours, which has a name
  network.on("beforeDrawing", drawBackdrop);
  network.on("afterDrawing", drawLabels);
  network.on("click", ({ pointer }) => pick(at(pointer.DOM)));
  network.on("doubleClick", async ({ pointer }) => {
    const { node } = at(pointer.DOM) ?? {};
    if (node && (await grow(node))) route();
  });
  network.on("zoom", moved);
  network.on("dragEnd", moved);
  network.on("animationFinished", moved);
  for (const [name, id] of [["hoverNode", "node"], ["hoverEdge", "edge"]]) network.on(name, (e) => point(e[id]));
  for (const name of ["blurNode", "blurEdge"]) network.on(name, () => point(null));
}

/** Whether a place of the picture can be seen, with a little around it. */
function seen() {
  if (!network || !big()) return () => true;
  const { x, y } = network.getViewPosition(), scale = network.getScale() || 1;
  const [w, h] = [(box.clientWidth / scale) * 0.53, (box.clientHeight / scale) * 0.53];
  return (spot) => Math.abs(spot.x - x) < w && Math.abs(spot.y - y) < h;
}

/** The nodes to draw: those chosen, then the first in rank that are in sight. */
function wantedSpots() {
  const inSight = seen(), most = big() ? (narrow.matches || shallow.matches ? SHOWN / 2 : SHOWN) : Infinity;
  const found = new Set([...chosen.nodes, ...chosen.ends].filter((id) => spots.has(id)));
  const enough = found.size + most, crowds = crowding(found);
  let looked = found.size;
  for (const spot of spots.values()) {
    if (looked >= enough) break;
    if (!inSight(spot) || (within && !within.has(spot.id)) || !spotShown(spot)) continue;
    looked++;
    if (!crowds(spot)) found.add(spot.id);
  }
  return found;
}

/** Whether a shape of a big graph would lie on one that is more important: it stays a dot until the reader is closer. */
function crowding(found) {
  if (!network || !big()) return () => false;
  const scale = network.getScale(), reach = (spot) => radius(spot.size, scale) * 0.9;
  return (spot) => [...found].some((id) => Math.hypot(spots.get(id).x - spot.x, spots.get(id).y - spot.y) < reach(spot) + reach(spots.get(id)));
}

/** The lines to draw between them: those chosen, then the widest. */
function wantedWays(ids) {
  const found = [];
  for (const id of ids) for (const way of waysOf.get(id) ?? []) if (way.from === id && ids.has(way.to) && wayShown(way)) found.push(way);
  if (!big()) return found;
  const rank = (way) => (chosen.edges.has(way.id) ? 100 : 0) + way.wide, lines = fromAfar(network?.getScale() ?? 0) ? withoutStreams(found) : found;
  return lines.sort((a, b) => rank(b) - rank(a) || a.id - b.id).slice(0, FLOWS);
}

/** Draw what is wanted now: add what is missing, take away the rest. */
function compose() {
  const ids = wantedSpots(), lines = wantedWays(ids), scale = network ? network.getScale() : 1;
  const keep = new Set(lines.map((way) => way.id));
  const gone = nodes.getIds().filter((id) => !ids.has(id)), past = edges.getIds().filter((id) => !keep.has(id));
  edges.remove(past);
  nodes.remove(gone);
  nodes.add([...ids].filter((id) => !nodes._data.has(id)).map((id) => ({ id, x: spots.get(id).x, y: spots.get(id).y })));
  const bends = bent(lines);
  edges.add(lines.filter((way) => !edges._data.has(way.id)).map((way) => ({ id: way.id, from: way.from, to: way.to, facts: way.facts, smooth: bends.get(way.id), ...look(way, scale) })));
  forgetLabels();
}

let settling = 0;
/** When the picture stands still again: other names are in sight, and there is other room for them. */
function moved() {
  clearTimeout(settling);
  settling = setTimeout(async () => {
    if (big()) await source.around(network.getViewPosition(), network.getScale());
    if (big() || styledAt !== network.getScale()) paint();
  }, 120);
}

/** Lines between the same two shapes bend away from each other. */
function bent(lines) {
  const pairs = new Map();
  for (const way of lines) among(pairs, [way.from, way.to].sort().join("\n")).push(way);
  const bends = new Map();
  for (const group of pairs.values()) {
    group.forEach((way, i) => {
      const spread = group.length === 1 ? (way.main ? 0.1 : 0) : (i - (group.length - 1) / 2) * Math.min(0.42, 1.3 / group.length);
      const bend = way.from < way.to || group.length === 1 ? spread : -spread;
      bends.set(way.id, bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : { enabled: false });
    });
  }
  return bends;
}

/** What is under a place of the canvas: a shape, a name, a sum, a line, a dot, a community. */
function at(place) {
  const node = network.getNodeAt(place);
  if (node !== undefined) return { node };
  const label = labelAt(network.DOMtoCanvas(place));
  if (label) return label;
  const edge = network.getEdgeAt(place);
  return edge === undefined ? dotAt(network.DOMtoCanvas(place)) : { edge };
}

function pick(target) {
  if (!target) go("");
  else if (target.stream) go("group", groups[target.stream[0]].names[0], { to: groups[target.stream[1]].names[0] });
  else if (target.group !== undefined) go("group", groups[target.group].names[0]);
  else if (things.has(target.node)) go("entity", target.node);
  else if (target.node !== undefined) go("fact", waysOf.get(target.node)[0].facts[0]);
  else go("fact", ways.get(target.edge).facts[0]);
}
