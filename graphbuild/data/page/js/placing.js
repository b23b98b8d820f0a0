// Where names and sums stand. Each takes the first free place near what it names; the most important
// go first, and what finds no place waits until the reader comes closer.
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];
let placed = null; // [{node|edge|group, lines, x, y, w, h}], in pixels at the scale they were placed for
let placedFor = 0;
let bounds = {};

const forgetLabels = () => { placed = null; };

/** Places for a name: under the shape, over it, beside it. */
function aroundNode(node) {
  return (w, h, scale) => {
    const { x, y } = network.getPosition(node.id), r = radius(node.size, scale) * scale * 1.08, [cx, cy] = [x * scale, y * scale];
    const side = r + 6 + w / 2, low = cy + r + 4 + h / 2, high = cy - r - 4 - h / 2, aside = w * 0.36;
    const corners = [[cx + side * 0.8, cy + r + h * 0.3], [cx - side * 0.8, cy + r + h * 0.3], [cx + side * 0.8, cy - r - h * 0.3], [cx - side * 0.8, cy - r - h * 0.3]];
    return [[cx, low], [cx, high], [cx + side, cy], [cx - side, cy], [cx + aside, low], [cx - aside, low], [cx + aside, high], [cx - aside, high], ...corners];
  };
}

function alongEdge(id) {
  return (w, h, scale) => {
    const line = network.body.edges[id].edgeType;
    const on = (share) => { const { x, y } = line.getPoint(share); return [x * scale, y * scale]; };
    const [[ax, ay], [bx, by]] = [on(0.4), on(0.6)], long = Math.hypot(bx - ax, by - ay) || 1;
    const [nx, ny] = [(by - ay) / long, (ax - bx) / long];  // across the line
    const off = Math.abs(nx) * (w / 2 + 5) + Math.abs(ny) * (h / 2 + 5);
    const beside = [0.5, 0.38, 0.62].map(on).flatMap(([x, y]) => [[x + nx * off, y + ny * off], [x - nx * off, y - ny * off]]);
    return [...ALONG.map(on), ...beside];
  };
}

const ruler = document.createElement("canvas").getContext("2d");
const widths = new Map();
function widthOf(ctx, { font, text }) {
  const key = `${font}\n${text}`;
  if (!widths.has(key)) {
    ctx.font = font;
    widths.set(key, ctx.measureText(text).width);
  }
  return widths.get(key);
}

function measure(ctx, label) {
  label.w = 0;
  label.h = 0;
  for (const line of label.lines) {
    line.w = widthOf(ctx, line);
    label.w = Math.max(label.w, line.w);
    line.tall = line.size * 1.2 * shrink();
    label.h += line.tall;
  }
}

const overlap = (a, b) => Math.abs(a.x - b.x) * 2 < a.w + b.w && Math.abs(a.y - b.y) * 2 < a.h + b.h;

function place(ctx, scale) {
  const shown = nodes.getIds().map((id) => spots.get(id));
  const lines = edges.getIds().map((id) => ways.get(id)).filter((way) => network.body.edges[way.id]?.connected);
  const solid = shown.map((node) => {
    const { x, y } = network.getPosition(node.id), d = radius(node.size, scale) * scale * (node.type === "project" ? 2.2 : 1.9);
    return { node: node.id, x: x * scale, y: y * scale, w: d, h: d };
  });
  const named = groups.filter((group) => !within && group.r * scale > 34).map(groupLabel);
  const labels = [...shown.map(nodeLabel), ...lines.map(edgeLabel), ...named, ...(big() ? streamLabels(scale) : [])].filter(Boolean).sort((a, b) => b.rank - a.rank).slice(0, 700);
  const taken = [];
  bounds = big() ? inWindow(scale) : { ...extent(namesOfAll(), scale), spare: narrow.matches ? 24 : 6 };
  for (const label of labels) {
    measure(ctx, label);
    let spot = free(label, scale, taken, solid);
    if (!spot && label.lines.length > label.name) { // a name alone rather than none
      label.lines.length = label.name;
      measure(ctx, label);
      spot = free(label, scale, taken, solid);
    }
    if (spot) taken.push(Object.assign(label, { x: spot[0], y: spot[1] }));
  }
  placed = taken;
  placedFor = scale;
}

/** The window, in pixels of the picture at a scale. */
function inWindow(scale) {
  const { x, y } = network.getViewPosition(), [w, h] = [box.clientWidth / 2, box.clientHeight / 2];
  return { left: x * scale - w, right: x * scale + w, top: y * scale - h, low: y * scale + h, spare: 0 };
}

/** Whether a label would leave the picture as it is seen: all of a small one, the window onto a big one. */
function outside({ x, y, w, h }) {
  return x - w / 2 < bounds.left - bounds.spare || x + w / 2 > bounds.right + bounds.spare || y - h / 2 < bounds.top - 6 || y + h / 2 > bounds.low + 6;
}

function free(label, scale, taken, solid) {
  const spots = label.spots(label.w, label.h, scale);
  for (const [x, y] of spots) {
    const here = { x, y, w: label.w + 8, h: label.h + 4 };
    if (outside(here)) continue;
    if (taken.every((other) => !overlap(here, other)) && solid.every((other) => !overlap(here, other))) return [x, y];
  }
  return label.must ? spots[0] : null;
}

function drawLabels(ctx) {
  const scale = network.getScale();
  if (!placed || $("physics").getAttribute("aria-pressed") === "true") place(ctx, scale);
  const k = scale / placedFor; // while the reader zooms, names only move along
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  drawMarks(ctx, scale);
  for (const label of [...placed].reverse()) stamp(ctx, label, label.x * k, label.y * k);
  ctx.restore();
}

/** A line whose words found no place still says that it is denied, cancelled or disputed. */
function drawMarks(ctx, scale) {
  const told = new Set(placed.map((label) => label.edge));
  ctx.font = face(15, true);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 4;
  for (const edge of edges.getIds().map((id) => ways.get(id)).filter((way) => way.main && !told.has(way.id))) {
    const mark = isDisputed(edge) ? "≠" : stanceOf(edge) === "denied" || stanceOf(edge) === "cancelled" ? "✕" : "";
    const line = mark && network.body.edges[edge.id];
    if (!line?.connected) continue;
    const { x, y } = line.edgeType.getPoint(0.5);
    ctx.strokeStyle = palette.paper;
    ctx.strokeText(mark, x * scale, y * scale);
    ctx.fillStyle = edges._data.get(edge.id).color.color;
    ctx.fillText(mark, x * scale, y * scale);
  }
}

/** The label under a point given in the picture's own units. */
function labelAt({ x, y }) {
  const spot = { x: x * placedFor, y: y * placedFor, w: 2, h: 2 }; // placed for this scale, or moved along with it
  return (placed ?? []).find((label) => overlap(label, spot)) ?? null;
}
