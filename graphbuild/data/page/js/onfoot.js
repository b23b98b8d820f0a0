// The picture by keyboard: arrows go from shape to shape, Enter reads what is said, and each shape is said aloud.
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const STRIDE = 60; // pixels that Shift and an arrow move the picture
let standing = null; // the shape that the keyboard is at
let reading = false; // what the panel shows next was opened from here
let returning = false; // Escape comes back here

/** The nearest shape in a direction; what lies aside is as far again. */
function ahead([dx, dy]) {
  const here = network.getPosition(standing);
  let [best, least] = [null, Infinity];
  for (const id of nodes.getIds()) {
    const { x, y } = network.getPosition(id), along = (x - here.x) * dx + (y - here.y) * dy;
    const far = along + 2 * Math.abs((x - here.x) * dy + (y - here.y) * dx);
    if (id !== standing && along > 0 && far < least) [best, least] = [id, far];
  }
  return best;
}

/** All shapes that are drawn, the most important first. */
function ranked(by) {
  const all = [...spots.keys()].filter((id) => nodes._data.has(id));
  return all[(all.indexOf(standing) + by + all.length) % all.length];
}

function stand(id) {
  if (id === null || id === undefined) return;
  standing = id;
  point(id);
  forgetLabels();
  bring([id]);
  network.redraw();
  announce(spoken(id));
}

/** "Nvidia, organization, 3 facts: acquisition ≤ $40bn" */
function spoken(id) {
  const spot = spots.get(id), said = (factsOf.get(id) ?? (waysOf.get(id) ?? []).flatMap((way) => way.facts)).length;
  return [things.has(id) ? nameOf(id) : spot.name, things.has(id) ? t(`type.${spot.type}`) : t(`types.${spot.type}`), count("fact", said)].join(", ");
}

function step(way) {
  if (!nodes._data.has(standing)) stand(ranked(0) ?? nodes.getIds()[0]);
  else if (ahead(way) !== null) stand(ahead(way));
  else if (big()) pan(...way.map((by) => by * 4 * STRIDE)); // there is more beyond what is seen
}

function read() {
  if (!nodes._data.has(standing)) return;
  reading = true;
  pick({ node: standing });
}

const STEPS = {
  Enter: read, Home: () => { standing = null; stand(ranked(1)); }, PageDown: () => stand(ranked(1)), PageUp: () => stand(ranked(-1)),
  "+": () => zoom(1.2), "=": () => zoom(1.2), "-": () => zoom(1 / 1.2), 0: () => fit(true),
};

function keys(event) {
  const way = WAYS[event.key], act = way ? () => (event.shiftKey ? pan(...way.map((by) => by * STRIDE)) : step(way)) : STEPS[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act();
}

function listenOnFoot() {
  box.addEventListener("keydown", keys);
  box.addEventListener("focus", () => { if (nodes._data.has(standing) && box.matches(":focus-visible")) point(standing); });
  box.addEventListener("blur", () => point(null));
}
