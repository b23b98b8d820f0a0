// Names and sums in the picture. Each takes the first free place near what it names; the most
// important go first, and what finds no place waits until the reader comes closer.
const LINE_LETTERS = 22;
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];
let placed = null; // [{node|edge, lines, x, y, w, h}], in pixels at the scale they were placed for
let placedFor = 0;
let frame = {};

function forgetLabels() { placed = null; }

/** A long name on two lines, the rest cut. */
function wrap(text) {
  const letters = [...text.replace(/\s+/gu, " ").trim()];
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
  const own = (fact) => fact.keys.length === 1 && !node.shows.has(fact.id) && fact.amounts.length > 0 && !hidden.stances.has(fact.stance);
  const [figure] = (factsOf.get(node.id) ?? []).filter(own).sort(bySize);
  if (figure) lines.push(...badge(figure, (factsOf.get(node.id) ?? []).filter(own), faded(node.id)));
  return { node: node.id, lines, rank: (chosen.nodes.has(node.id) ? 1000 : 0) + 100 + node.size, spots: aroundNode(node) };
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

function edgeLabel(edge) {
  if (!edge.main) return null;
  const [fact] = factsOn(edge), stance = stanceOf(edge), sums = sumsOf(factsOn(edge));
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
  const lines = words.map((text) => ({ text, struck, ink: small && !quiet && stance === "certain" ? palette.soft : ink, size: small ? 11 : 13, font: small ? face(11, false, true) : face(13, true) }));
  const mark = t(`marks.${stance}`);
  if (mark) lines.push({ text: struck ? `✕ ${mark}` : mark, ink, size: 10.5, font: face(10.5, false, true) });
  if (!lines.length) return null;
  return { edge: edge.id, lines, rank: (lit ? 2000 : 0) + (small ? 0 : 55 + 40 * fact.weight), spots: alongEdge(edge.id), must: lit };
}

const clip = (text) => (text && [...text].length > 26 ? `${[...text].slice(0, 25).join("")}…` : text);

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
  const shown = nodes.get({ filter: (node) => !node.hidden });
  const lines = edges.get({ filter: (edge) => !edge.hidden && network.body.edges[edge.id]?.connected });
  const solid = shown.map((node) => {
    const { x, y } = network.getPosition(node.id), d = radius(node.size, scale) * scale * (node.type === "project" ? 2.2 : 1.9);
    return { node: node.id, x: x * scale, y: y * scale, w: d, h: d };
  });
  const labels = [...shown.map(nodeLabel), ...lines.map(edgeLabel)].filter(Boolean).sort((a, b) => b.rank - a.rank).slice(0, 700);
  const taken = [];
  frame = { ...extent(namesOfAll(), scale), spare: narrow.matches ? 24 : 6 };
  for (const label of labels) {
    measure(ctx, label);
    const spot = free(label, scale, taken, solid);
    if (spot) taken.push(Object.assign(label, { x: spot[0], y: spot[1] }));
  }
  placed = taken;
  placedFor = scale;
}

/** Whether a label would leave the picture as it is seen when all of it is seen. */
function outside({ x, y, w, h }) {
  return x - w / 2 < frame.left - frame.spare || x + w / 2 > frame.right + frame.spare || y - h / 2 < frame.top - 6 || y + h / 2 > frame.low + 6;
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
  if (!placed || placedFor !== scale) place(ctx, scale);
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  drawMarks(ctx, scale);
  for (const label of [...placed].reverse()) drawLabel(ctx, label);
  ctx.restore();
}

/** A line whose words found no place still says that it is denied, cancelled or disputed. */
function drawMarks(ctx, scale) {
  const told = new Set(placed.map((label) => label.edge));
  ctx.font = face(15, true);
  ctx.lineWidth = 4;
  for (const edge of edges.get({ filter: (one) => one.main && !one.hidden && !told.has(one.id) })) {
    const mark = isDisputed(edge) ? "≠" : stanceOf(edge) === "denied" || stanceOf(edge) === "cancelled" ? "✕" : "";
    const line = mark && network.body.edges[edge.id];
    if (!line?.connected) continue;
    const { x, y } = line.edgeType.getPoint(0.5);
    ctx.strokeStyle = palette.paper;
    ctx.strokeText(mark, x * scale, y * scale);
    ctx.fillStyle = edge.color.color;
    ctx.fillText(mark, x * scale, y * scale);
  }
}

function drawLabel(ctx, label) {
  let y = label.y - label.h / 2;
  if (!label.node) {  // a sum interrupts its line
    ctx.fillStyle = palette.paper;
    ctx.fillRect(label.x - label.w / 2 - 4, y - 1, label.w + 8, label.h + 2);
  }
  for (const line of label.lines) {
    y += line.tall / 2;
    ctx.font = line.font;
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = palette.paper;
    if (label.node) ctx.strokeText(line.text, label.x, y);
    ctx.fillStyle = line.ink;
    ctx.fillText(line.text, label.x, y);
    if (line.struck) ctx.fillRect(label.x - line.w / 2 - 2, y - 0.5, line.w + 4, 1.4);
    y += line.tall / 2;
  }
}

/** The label under a point given in the picture's own units. */
function labelAt({ x, y }) {
  const spot = { x: x * placedFor, y: y * placedFor, w: 2, h: 2 };
  return (placed ?? []).find((label) => overlap(label, spot)) ?? null;
}
