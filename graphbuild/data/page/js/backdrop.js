// Behind the shapes of a big graph: its communities as discs, and a dot for everybody who is not named yet.
const SIDE = 62; // of the square that each node has to itself, see graphbuild/show/discs.py
const RIM = 1.03; // how far a disc is drawn, in radii
const NEAR = 7; // pixels within which a click is a click on a dot
const HAIRS = 5000; // lines up to which all of them are drawn, as hairs
let sheet = null; // dots and hairs, drawn once for a view and moved with it

const forgetBackdrop = () => { sheet = null; };

function drawBackdrop(ctx) {
  if (!big()) return;
  const scale = network.getScale();
  ctx.save();
  for (const group of groups) drawDisc(ctx, group, 1 / scale);
  drawStreams(ctx, scale);
  const view = { ...network.getViewPosition(), scale };
  if (!sheet || sheet.arrivals !== arrivals) sheet = drawSheet(view);
  const w = sheet.canvas.width / sheet.ratio / sheet.scale, h = sheet.canvas.height / sheet.ratio / sheet.scale;
  ctx.drawImage(sheet.canvas, sheet.x - w / 2, sheet.y - h / 2, w, h);
  ctx.restore();
}

function drawDisc(ctx, { x, y, r }, px) {
  ctx.beginPath();
  ctx.arc(x, y, r * RIM, 0, 2 * Math.PI);
  ctx.fillStyle = palette.disc;
  ctx.fill();
  ctx.lineWidth = px;
  ctx.strokeStyle = palette.faint;
  ctx.stroke();
}

/** Dots and hairs of what is in sight, in pixels. */
function drawSheet({ x, y, scale }) {
  const ratio = devicePixelRatio || 1, canvas = document.createElement("canvas");
  canvas.width = box.clientWidth * 1.2 * ratio;
  canvas.height = box.clientHeight * 1.2 * ratio;
  const ctx = canvas.getContext("2d");
  ctx.scale(ratio, ratio);
  ctx.translate((box.clientWidth * 1.2) / 2 - x * scale, (box.clientHeight * 1.2) / 2 - y * scale);
  const inSight = seen();
  drawHairs(ctx, scale, inSight);
  drawDots(ctx, scale, inSight);
  return { canvas, x, y, scale, ratio, arrivals };
}

function drawDots(ctx, scale, inSight) {
  const d = Math.max(1.2, Math.min(5, SIDE * scale * 0.3)); // a part of the room that each has
  ctx.globalAlpha = 0.55;
  for (const type of [...TYPES, "purpose"]) {
    ctx.fillStyle = palette[type];
    for (const spot of spots.values()) {
      if (spot.type !== type || nodes._data.has(spot.id) || !inSight(spot) || !spotShown(spot)) continue;
      if (!within || within.has(spot.id)) ctx.fillRect(spot.x * scale - d / 2, spot.y * scale - d / 2, d, d);
    }
  }
}

function drawHairs(ctx, scale, inSight) {
  if (ways.size > HAIRS) return;
  ctx.strokeStyle = palette.thin;
  ctx.globalAlpha = 0.28;
  ctx.lineWidth = 0.6;
  ctx.beginPath();
  for (const way of ways.values()) {
    const [a, b] = [spots.get(way.from), spots.get(way.to)];
    if (!a || !b || !(inSight(a) || inSight(b)) || !wayShown(way) || (within && !(within.has(a.id) && within.has(b.id)))) continue;
    ctx.moveTo(a.x * scale, a.y * scale);
    ctx.lineTo(b.x * scale, b.y * scale);
  }
  ctx.stroke();
}

/** The dot or the community under a point of the picture. */
function dotAt({ x, y }) {
  if (!big()) return null;
  const reach = NEAR / network.getScale();
  let [best, far] = [null, reach];
  for (const spot of spots.values()) {
    const d = Math.hypot(spot.x - x, spot.y - y);
    if (d < far && spotShown(spot)) [best, far] = [spot, d];
  }
  if (best) return { node: best.id };
  const group = groups.find((one) => Math.hypot(one.x - x, one.y - y) < one.r);
  return group ? { group: group.id } : null;
}
