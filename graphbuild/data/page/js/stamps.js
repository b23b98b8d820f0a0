// Names as small pictures: letters with an outline are slow to draw, so each name is drawn once.
const SPARE = 6; // pixels around the letters
const MOST_STAMPS = 1500;
const stamps = new Map();

/** Draw a label with its middle at (x, y), on whole pixels so that it stays sharp. */
function stamp(ctx, label, x, y) {
  const picture = stampOf(label), { a, e, f } = ctx.getTransform();
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(picture, Math.round(e + x * a - picture.width / 2), Math.round(f + y * a - picture.height / 2));
  ctx.restore();
}

function stampOf(label) {
  const ratio = Math.max(1, devicePixelRatio || 1);
  const key = [ratio, palette.paper, label.edge === undefined, ...label.lines.map((line) => `${line.font} ${line.ink} ${line.struck ?? ""} ${line.text}`)].join("\n");
  if (stamps.size > MOST_STAMPS) stamps.clear();
  if (!stamps.has(key)) stamps.set(key, drawStamp(label, ratio));
  return stamps.get(key);
}

function drawStamp(label, ratio) {
  const picture = document.createElement("canvas");
  picture.width = 2 * Math.ceil((label.w / 2 + SPARE) * ratio);
  picture.height = 2 * Math.ceil((label.h / 2 + SPARE) * ratio);
  const ctx = picture.getContext("2d");
  ctx.scale(ratio, ratio);
  ctx.translate(picture.width / ratio / 2, picture.height / ratio / 2);
  drawLabel(ctx, label);
  return picture;
}

function drawLabel(ctx, label) {
  let y = -label.h / 2;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  if (label.edge !== undefined) {  // a sum interrupts its line
    ctx.fillStyle = palette.paper;
    ctx.fillRect(-label.w / 2 - 4, y - 1, label.w + 8, label.h + 2);
  }
  for (const line of label.lines) {
    y += line.tall / 2;
    ctx.font = line.font;
    ctx.lineWidth = 3.5;
    ctx.strokeStyle = palette.paper;
    if (label.edge === undefined) ctx.strokeText(line.text, 0, y);
    ctx.fillStyle = line.ink;
    ctx.fillText(line.text, 0, y);
    if (line.struck) ctx.fillRect(-line.w / 2 - 2, y - 0.5, line.w + 4, 1.4);
    y += line.tall / 2;
  }
}
