// What part of the picture is seen: all of it, more or less of it, and that which was chosen.
let poised = ""; // how the drawing was last made to suit the window
let form = { upright: false, stretch: 1 };
/** Whether the key to the widths is seen: a phone has no room for it. */
const keyed = () => $("key").offsetHeight > 0;
const portrait = () => box.clientHeight > box.clientWidth * 1.15;

/** The whole picture, as large as it goes with every name inside it. */
function fit(animate = false) {
  if (!network || !spots.size) return;
  poise();
  if (big()) return frame([...spots.values(), ...groups.map(({ x, y, r }) => ({ x, y, r: r * RIM }))], animate, true);
  if (!nodes.length) return paint();
  const sizes = namesOfAll(), wide = box.clientWidth - (narrow.matches ? 48 : 28), high = box.clientHeight - (keyed() ? 66 : 28);
  let [low, scale] = [0.01, 1.35];
  for (let i = 0; i < 24; i++) {  // halving the interval: names do not shrink with the picture
    const middle = i ? (low + scale) / 2 : scale, room = extent(sizes, middle);
    if (room.right - room.left <= wide && room.low - room.top <= high) low = middle;
    else scale = middle;
  }
  const { left, right, top, low: foot } = extent(sizes, low);
  lookAt((left + right) / 2 / low, ((top + foot) / 2 + (keyed() ? 14 : 0)) / low, low, animate);
}

/** Show these places, {x, y, r?}, with a margin. */
function frame(places, animate = false, all = false) {
  if (!places.length) return;
  const edge = (axis, side) => places.reduce((far, place) => side * Math.max(side * far, side * place[axis] + (place.r ?? 0)), -side * Infinity);
  const [left, right, top, low] = [edge("x", -1), edge("x", 1), edge("y", -1), edge("y", 1)];
  const spare = Math.min(70, box.clientWidth * 0.06);
  const foot = keyed() ? 34 : 0; // the key to the widths
  const scale = Math.min((box.clientWidth - 2 * spare) / Math.max(right - left, 1), (box.clientHeight - spare - foot) / Math.max(low - top, 1), 1.35);
  if (all) allAt = scale;
  lookAt((left + right) / 2, (top + low) / 2 + foot / 2 / scale, scale, animate);
}

function lookAt(x, y, scale, animate) {
  const moves = animate && !still.matches;
  network.moveTo({ position: { x, y }, scale, animation: moves ? { duration: 350, easingFunction: "easeInOutQuad" } : false });
  if (!moves) paint();
  else setTimeout(paint, 380);
}

/** Each shape that is shown with the size of its name, in pixels. */
function namesOfAll() {
  return nodes.getIds().map((id) => spots.get(id)).map((node) => {
    const label = nodeLabel(node);
    measure(ruler, label);
    return { node, half: narrow.matches ? label.w / 4 : label.w / 2 + 4, high: label.h };
  });
}

/** Where the picture with its names ends on each side, in pixels at a scale. */
function extent(sizes, scale) {
  const room = { left: Infinity, right: -Infinity, top: Infinity, low: -Infinity };
  for (const { node, half, high } of sizes) {
    const r = radius(node.size, scale) * scale * 1.15, side = Math.max(r, half), [x, y] = [node.x * scale, node.y * scale];
    room.left = Math.min(room.left, x - side);
    room.right = Math.max(room.right, x + side);
    room.top = Math.min(room.top, y - r);
    room.low = Math.max(room.low, y + r + high + 8);
  }
  return room;
}

/** Move the picture, no more than it takes, until these shapes are seen (above the sheet of a phone). */
function bring(ids) {
  const spotsOf = ids.filter((id) => nodes._data.has(id)).map((id) => network.canvasToDOM(network.getPosition(id)));
  if (!spotsOf.length) return;
  const cover = narrow.matches ? box.getBoundingClientRect().bottom - main.clientHeight * 0.28 - main.getBoundingClientRect().top : 0;
  const room = { left: 70, right: box.clientWidth - 70, top: 40, low: box.clientHeight - Math.max(0, cover) - 50 };
  const shift = (values, low, high) => {
    const [min, max] = [Math.min(...values), Math.max(...values)];
    return max - min > high - low ? (values[0] < low || values[0] > high ? values[0] - (low + high) / 2 : 0) : min < low ? min - low : max > high ? max - high : 0;
  };
  const dx = shift(spotsOf.map((spot) => spot.x), room.left, room.right), dy = shift(spotsOf.map((spot) => spot.y), room.top, room.low);
  if (dx || dy) pan(dx, dy);
}

/** The drawing as it suits the window: upright on a phone, and a little higher or flatter. */
function poise() {
  const all = [...spots.values()], upright = portrait();
  const axis = (i) => all.map((spot) => spot.at[i]);
  const [xs, ys] = upright ? [axis(1), axis(0)] : [axis(0), axis(1)];
  const span = (values) => values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity) || 1;
  const room = Math.max(60, box.clientHeight - 130) / Math.max(60, box.clientWidth - 130);
  const stretch = big() ? 1 : Math.min(1.5, Math.max(0.8, Math.round(10 * room * span(xs) / span(ys)) / 10));
  if (poised === `${upright}${stretch}${all.length}`) return;
  poised = `${upright}${stretch}${all.length}`;
  form = { upright, stretch };
  all.forEach(pose);
  for (const group of groups) [group.x, group.y] = upright ? [group.at[1], group.at[0]] : group.at;
  nodes.update(nodes.getIds().map((id) => ({ id, x: spots.get(id).x, y: spots.get(id).y })));
}

/** Where a node stands in the drawing as it suits the window now. */
function pose(spot) {
  const [x, y] = form.upright ? [spot.at[1], spot.at[0]] : spot.at;
  [spot.x, spot.y] = [x, y * form.stretch];
}

/** Let forces move what is shown, or hold it still. */
function move(on) {
  $("physics").setAttribute("aria-pressed", String(on));
  network.setOptions({ physics: on ? { enabled: true, solver: "forceAtlas2Based", forceAtlas2Based: { springLength: 120, avoidOverlap: 0.6 }, stabilization: false } : { enabled: false } });
  forgetLabels();
  if (on) return;
  for (const [id, { x, y }] of Object.entries(network.getPositions())) Object.assign(spots.get(id), { x, y });
  paint();
}

function zoom(by) {
  network.moveTo({ scale: network.getScale() * by, animation: false });
  paint();
}

function pan(dx, dy) {
  const { x, y } = network.getViewPosition(), scale = network.getScale();
  network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale }, animation: false });
  moved();
}
