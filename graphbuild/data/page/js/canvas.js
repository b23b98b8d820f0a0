// The picture: vis-network draws lines and shapes; colours come from the style sheet, names from labels.js.
const main = document.querySelector("main");
const narrow = matchMedia("(max-width: 760px)");
const box = document.getElementById("canvas");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const portrait = () => box.clientHeight > box.clientWidth * 1.15;
const nodes = new vis.DataSet();
const edges = new vis.DataSet();
const hidden = { types: new Set(), stances: new Set() };
let network = null;
let poised = ""; // how the drawing was last made to suit the window
let chosen = { nodes: new Set(), edges: new Set(), ends: new Set() };
let pointed = null; // what the pointer is on

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
let palette = {};
function mix() {
  const names = ["paper", "ink", "soft", "faint", "line", "thin", "alarm", "sans", "purpose", ...TYPES, ...STANCES];
  palette = Object.fromEntries(names.map((name) => [name, css(name)]));
}

// A shape for each type, so that colour is never the only difference. Radius r around (0, 0).
const SHAPES = {
  organization: (c, r) => c.roundRect(-r * 0.88, -r * 0.88, r * 1.76, r * 1.76, r * 0.22),
  person: (c, r) => c.arc(0, 0, r * 0.96, 0, 2 * Math.PI),
  place: (c, r) => corners(c, 6, r * 1.06, 0),
  project: (c, r) => corners(c, 4, r * 1.2, 0),
  event: (c, r) => corners(c, 10, r * 1.22, -Math.PI / 2, 0.5),
  product: (c, r) => corners(c, 3, r * 1.25, -Math.PI / 2),
  purpose: (c, r) => c.arc(0, 0, r * 0.7, 0, 2 * Math.PI), // no name, only what a sum is for
};

function corners(c, n, r, turn, inner = 1) {
  for (let i = 0; i < n; i++) {
    const reach = i % 2 ? r * inner : r, angle = turn + (i * 2 * Math.PI) / n;
    c.lineTo(Math.cos(angle) * reach, Math.sin(angle) * reach);
  }
  c.closePath();
}

/** Shapes shrink more slowly than the picture, so that a phone still shows them. */
const radius = (size, scale) => (size * Math.min(1.6, Math.max(scale, 0.12) ** 0.55)) / scale;

function drawNode({ ctx, id, x, y }) {
  const node = nodes.get(id), r = radius(node.size, network.getScale());
  const quiet = faded(id), ring = chosen.nodes.has(id) || pointed === id;
  return {
    drawNode() {
      const px = 1 / network.getScale();
      ctx.translate(x, y);
      ctx.beginPath();
      SHAPES[node.type](ctx, r);
      ctx.lineJoin = "round";
      ctx.lineWidth = (ring ? 7 : 4.5) * px;
      ctx.strokeStyle = ring ? palette.ink : palette.paper;
      ctx.stroke();
      if (ring) { ctx.lineWidth = 3.4 * px; ctx.strokeStyle = palette.paper; ctx.stroke(); }
      ctx.fillStyle = quiet ? palette.faint : palette[node.type];
      ctx.fill();
    },
    nodeDimensions: { width: 2.1 * r, height: 2.1 * r },
  };
}

/** Whether something else was chosen, so that this one steps back. */
function faded(id) {
  return chosen.nodes.size > 0 && !chosen.nodes.has(id) && !chosen.ends.has(id);
}

const factsOn = (edge) => edge.facts.map((id) => facts.get(id));
const stanceOf = (edge) => STANCES[Math.min(...factsOn(edge).map(order))];
const isDisputed = (edge) => factsOn(edge).some((fact) => fact.disputed);

function start() {
  mix();
  const placed = JSON.parse(document.getElementById("nodes").textContent);
  const lines = JSON.parse(document.getElementById("edges").textContent);
  nodes.add(placed.map((n) => ({ id: n.id, x: n.x, y: n.y, at: [n.x, n.y], size: n.size, type: n.group, name: n.label, shows: new Set() })));
  for (const line of lines) for (const end of [line.from, line.to]) line.facts.forEach((id) => nodes.get(end).shows.add(id));
  edges.add(bent(lines).map((edge) => ({ ...edge, ...look(edge, 1) })));
  const options = JSON.parse(document.getElementById("options").textContent);
  Object.assign(options.nodes, { shape: "custom", ctxRenderer: drawNode });
  network = new vis.Network(box, { nodes, edges }, options);
  network.on("afterDrawing", (ctx) => drawLabels(ctx));
  network.on("click", ({ pointer }) => pick(at(pointer.DOM)));
  network.on("zoom", restyleSoon);
  for (const [name, id] of [["hoverNode", "node"], ["hoverEdge", "edge"]]) network.on(name, (e) => point(e[id]));
  for (const name of ["blurNode", "blurEdge"]) network.on(name, () => point(null));
}

/** Lines between the same two shapes bend away from each other. */
function bent(lines) {
  const pairs = new Map();
  for (const line of lines) {
    const pair = [line.from, line.to].sort().join("\n");
    pairs.set(pair, [...(pairs.get(pair) ?? []), line]);
  }
  return [...pairs.values()].flatMap((group) => group.map((line, i) => {
    const spread = group.length === 1 ? (line.main ? 0.1 : 0) : (i - (group.length - 1) / 2) * Math.min(0.42, 1.3 / group.length);
    const bend = line.from < line.to || group.length === 1 ? spread : -spread;
    const smooth = bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : { enabled: false };
    return { ...line, smooth, wide: line.width };
  }));
}

/** How a line looks: width by amount, pattern and colour by how certain it is. */
function look(edge, scale) {
  const stance = stanceOf(edge), money = edge.main && edge.wide > 1.3;
  const picked = chosen.edges.has(edge.id) || pointed === edge.id;
  const quiet = !picked && chosen.nodes.size + chosen.edges.size > 0;
  const width = (edge.wide * Math.max(scale, 0.12) ** 0.5 + (picked ? 1 : 0)) / scale;
  const hue = isDisputed(edge) && edge.main ? palette.alarm : stance === "certain" ? palette[money ? "line" : "thin"] : palette[stance];
  const color = quiet ? palette.faint : picked && stance === "certain" && !isDisputed(edge) ? palette.ink : hue;
  const px = 1 / scale;
  const dashes = { planned: [7 * px + width, 5 * px + width * 0.6], rumoured: [1.5 * px + width * 0.4, 4 * px + width * 0.6] }[stance] ?? false;
  const head = (0.36 + (money ? 0 : 0.04)) / Math.max(scale, 0.12) ** 0.5;
  return {
    id: edge.id, width, dashes, color: { color, highlight: color, hover: color, inherit: false },
    hidden: hides(edge), arrows: { to: { enabled: edge.main && !edge.mutual, scaleFactor: head, type: "triangle" } },
  };
}

/** Whether a filter takes a line away. */
function hides(edge) {
  const shown = factsOn(edge).some((fact) => !hidden.stances.has(fact.stance) && !(fact.disputed && hidden.stances.has("disputed")));
  return !shown || [edge.from, edge.to].some((id) => hidden.types.has(nodes.get(id).type));
}

let styledAt = 1;
/** Colours, widths and what is hidden, again, after any change. */
function paint() {
  if (!network) return;
  styledAt = network.getScale();
  edges.update(edges.get().map((edge) => look(edge, styledAt)));
  nodes.update(nodes.get().map((node) => ({ id: node.id, hidden: leaves(node) })).filter(({ id, hidden: gone }) => Boolean(nodes.get(id).hidden) !== gone));
  forgetLabels();
  network.redraw();
}

function leaves(node) {
  if (hidden.types.has(node.type)) return true;
  if (!hidden.stances.size && node.type !== "purpose") return false;
  if (node.type === "purpose") return edges.get().every((edge) => (edge.from !== node.id && edge.to !== node.id) || hides(edge));
  return (factsOf.get(node.id) ?? []).every((fact) => hidden.stances.has(fact.stance) || (fact.disputed && hidden.stances.has("disputed")));
}

let waiting = 0;
function restyleSoon() {
  cancelAnimationFrame(waiting);
  waiting = requestAnimationFrame(() => {
    if (Math.abs(Math.log(network.getScale() / styledAt)) > 0.12) paint();
  });
}

function point(id) {
  if (pointed === id) return;
  const touched = [pointed, id].filter((key) => key !== null).map((key) => edges.get(key)).filter(Boolean);
  pointed = id;
  box.style.cursor = id === null ? "" : "pointer";
  if (touched.length) forgetLabels();
  edges.update(touched.map((edge) => look(edge, styledAt)));
  network.redraw();
}

/** What is under a place of the canvas: a shape, a name, a sum, a line. */
function at(place) {
  const node = network.getNodeAt(place);
  if (node !== undefined) return { node };
  const label = labelAt(network.DOMtoCanvas(place));
  if (label) return label;
  const edge = network.getEdgeAt(place);
  return edge === undefined ? null : { edge };
}

function pick(target) {
  if (!target) go("");
  else if (things.has(target.node)) go("entity", target.node);
  else if (target.node !== undefined) go("fact", [...nodes.get(target.node).shows][0]);
  else go("fact", edges.get(target.edge).facts[0]);
}

/** Bring out some names and lines; everything else steps back. */
function choose(nodeIds, factIds) {
  if (!nodeIds.length && !factIds.length && !chosen.nodes.size && !chosen.edges.size) return;
  const lit = edges.get().filter((edge) => edge.facts.some((id) => factIds.includes(id)));
  chosen = { nodes: new Set(nodeIds), edges: new Set(lit.map((edge) => edge.id)), ends: new Set(lit.flatMap((edge) => [edge.from, edge.to])) };
  paint();
  if (nodeIds.length) bring([...chosen.nodes, ...chosen.ends]);
}

/** The whole picture, as large as it goes with every name inside it. */
function fit(animate = false) {
  if (!network || !nodes.length) return;
  poise();
  const sizes = namesOfAll(), wide = box.clientWidth - (narrow.matches ? 48 : 28), high = box.clientHeight - (narrow.matches ? 28 : 66);
  let [low, scale] = [0.01, 1.35];
  for (let i = 0; i < 24; i++) {  // halving the interval: names do not shrink with the picture
    const middle = i ? (low + scale) / 2 : scale, seen = extent(sizes, middle);
    if (seen.right - seen.left <= wide && seen.low - seen.top <= high) low = middle;
    else scale = middle;
  }
  const { left, right, top, low: foot } = extent(sizes, low);
  const position = { x: (left + right) / 2 / low, y: ((top + foot) / 2 + (narrow.matches ? 0 : 14)) / low };
  network.moveTo({ position, scale: low, animation: animate && !still.matches ? { duration: 350, easingFunction: "easeInOutQuad" } : false });
  if (animate) setTimeout(paint, 380);
  else paint();
}

/** Each shape that is shown with the size of its name, in pixels. */
function namesOfAll() {
  const shown = nodes.get({ filter: (node) => !node.hidden });
  return shown.map((node) => {
    const label = shown.length > 400 ? { w: 80, h: 16 } : nodeLabel(node);
    if (label.lines) measure(ruler, label);
    return { node, half: narrow.matches ? label.w / 4 : label.w / 2 + 4, high: label.h };
  });
}

/** Where the picture with its names ends on each side, in pixels at a scale. */
function extent(sizes, scale) {
  const seen = { left: Infinity, right: -Infinity, top: Infinity, low: -Infinity };
  for (const { node, half, high } of sizes) {
    const r = radius(node.size, scale) * scale * 1.15, side = Math.max(r, half), [x, y] = [node.x * scale, node.y * scale];
    seen.left = Math.min(seen.left, x - side);
    seen.right = Math.max(seen.right, x + side);
    seen.top = Math.min(seen.top, y - r);
    seen.low = Math.max(seen.low, y + r + high + 8);
  }
  return seen;
}

/** Move the picture, no more than it takes, until these shapes are seen (above the sheet of a phone). */
function bring(ids) {
  const spots = ids.filter((id) => nodes.get(id) && !nodes.get(id).hidden).map((id) => network.canvasToDOM(network.getPosition(id)));
  if (!spots.length) return;
  const sheet = narrow.matches ? box.getBoundingClientRect().bottom - main.clientHeight * 0.28 - main.getBoundingClientRect().top : 0;
  const seen = { left: 70, right: box.clientWidth - 70, top: 40, low: box.clientHeight - Math.max(0, sheet) - 50 };
  const shift = (values, low, high) => {
    const [min, max] = [Math.min(...values), Math.max(...values)];
    return max - min > high - low ? (values[0] < low || values[0] > high ? values[0] - (low + high) / 2 : 0) : min < low ? min - low : max > high ? max - high : 0;
  };
  const dx = shift(spots.map((spot) => spot.x), seen.left, seen.right), dy = shift(spots.map((spot) => spot.y), seen.top, seen.low);
  if (dx || dy) pan(dx, dy);
}

/** The drawing as it suits the window: upright on a phone, and a little higher or flatter. */
function poise() {
  const all = nodes.get(), upright = portrait();
  const [xs, ys] = [all.map((node) => node.at[upright ? 1 : 0]), all.map((node) => node.at[upright ? 0 : 1])];
  const span = (values) => Math.max(...values) - Math.min(...values) || 1;
  const window = Math.max(60, box.clientHeight - 130) / Math.max(60, box.clientWidth - 130);
  const stretch = Math.min(1.5, Math.max(0.8, Math.round(10 * window * span(xs) / span(ys)) / 10));
  if (poised === `${upright}${stretch}`) return;
  poised = `${upright}${stretch}`;
  nodes.update(all.map(({ id }, i) => ({ id, x: xs[i], y: ys[i] * stretch })));
}

function zoom(by) {
  network.moveTo({ scale: network.getScale() * by, animation: false });
  paint();
}

function pan(dx, dy) {
  const { x, y } = network.getViewPosition(), scale = network.getScale();
  network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale }, animation: false });
}
