// What goes between the communities of a big graph, taken together, while they are seen from afar.
const CLOSER = 1.3; // than the whole picture: from here on, the lines of names say more
const NAMED = 7; // streams that say how much they are
const SINGLE = 10; // lines from one community to another that are drawn beside the streams
let streams = []; // [from, to, facts, id of the biggest], see graphbuild/show/streams.py

let allAt = 0; // the scale at which the whole picture is seen
const fromAfar = (scale) => streams.length > 0 && scale <= allAt * CLOSER && !within && chosen.nodes.size + chosen.edges.size === 0 && !isSet();

const discs = new Map(); // the community of each node, -1 for none
function discOf(id) {
  if (!discs.has(id)) discs.set(id, groups.findIndex(({ x, y, r }) => Math.hypot(spots.get(id).x - x, spots.get(id).y - y) <= r * 1.02));
  return discs.get(id);
}

/** From afar, of the lines between communities only the widest: the streams stand for the others. */
function withoutStreams(lines) {
  const across = (way) => discOf(way.from) >= 0 && discOf(way.to) >= 0 && discOf(way.from) !== discOf(way.to);
  const widest = new Set(lines.filter(across).sort((a, b) => b.wide - a.wide || a.id - b.id).slice(0, SINGLE));
  return lines.filter((way) => !across(way) || widest.has(way));
}

/** The middle line of a stream: from the rim of a disc to that of another, bent to its right. */
function course([from, to]) {
  const [a, b] = [groups[from], groups[to]];
  const [dx, dy] = [b.x - a.x, b.y - a.y], long = Math.hypot(dx, dy) || 1, [ux, uy] = [dx / long, dy / long];
  const bend = long * 0.16, middle = { x: (a.x + b.x) / 2 - uy * bend, y: (a.y + b.y) / 2 + ux * bend };
  const rim = (disc) => {
    const [mx, my] = [middle.x - disc.x, middle.y - disc.y], far = Math.hypot(mx, my) || 1;
    return { x: disc.x + (mx / far) * disc.r * 1.05, y: disc.y + (my / far) * disc.r * 1.05 };
  };
  return { a: rim(a), m: middle, b: rim(b) };
}

/** The streams to draw: a bent line, how wide it is, and its head, a triangle. */
function bands(scale) {
  const most = Math.max(1, ...streams.map(([, , n]) => n));
  return (fromAfar(scale) ? streams : []).map((stream) => {
    const { a, m, b } = course(stream), wide = (1.5 + 13 * Math.sqrt(stream[2] / most)) / scale;
    const turn = Math.atan2(b.y - m.y, b.x - m.x), long = wide * 0.9 + 6 / scale;
    const foot = { x: b.x - Math.cos(turn) * long, y: b.y - Math.sin(turn) * long };
    const wing = (side) => ({ x: foot.x - side * Math.sin(turn) * long * 0.8, y: foot.y + side * Math.cos(turn) * long * 0.8 });
    return { line: [a, m, foot], wide, head: [b, wing(-1), wing(1)] };
  });
}

function drawStreams(ctx, scale) {
  ctx.save();
  ctx.globalAlpha = 0.3;
  ctx.strokeStyle = ctx.fillStyle = palette.line;
  for (const { line: [a, m, foot], wide, head } of bands(scale)) {
    ctx.lineWidth = wide;
    ctx.beginPath();
    ctx.moveTo(a.x, a.y);
    ctx.quadraticCurveTo(m.x, m.y, foot.x, foot.y);
    ctx.stroke();
    ctx.beginPath();
    head.forEach((point, i) => ctx[i ? "lineTo" : "moveTo"](point.x, point.y));
    ctx.fill();
  }
  ctx.restore();
}

/** "12 facts, up to €5bn", in the middle of the biggest streams. */
function streamLabel(stream, rank) {
  const { a, m, b } = course(stream), fact = facts.get(stream[3]), [sum] = fact ? sumsOf([fact]) : [];
  const words = sum ? t("stream", { facts: count("fact", stream[2]), amount: sum }) : count("fact", stream[2]);
  const at = (share) => [0, 1].map((i) => { const k = ["x", "y"][i]; return (1 - share) ** 2 * a[k] + 2 * share * (1 - share) * m[k] + share ** 2 * b[k]; });
  const spots = (w, h, scale) => [0.5, 0.4, 0.6, 0.3, 0.7].map((share) => at(share).map((v) => v * scale));
  return { stream: stream.slice(0, 2), lines: [{ text: words, font: face(12, true), size: 12, ink: palette.ink }], rank: 210 - rank, spots };
}

const streamLabels = (scale) => (fromAfar(scale) ? streams.slice(0, NAMED).map(streamLabel) : []);

/** The streams of a community, to follow without the picture. */
function streamsOf(group) {
  const mine = streams.filter((stream) => stream.slice(0, 2).includes(group.id));
  const item = ([from, to, n]) => h("li", {}, h("a", { href: address("group", groups[from].names[0], { to: groups[to].names[0] }) }, [from, to].map((id) => nameOf(groups[id].names[0])).join(" → ")), h("span", { class: "n" }, count("fact", n)));
  return mine.length ? h("section", {}, heading(t("between")), h("ul", { class: "names" }, mine.map(item))) : null;
}

/** What goes between two communities: every fact with an end in each, the biggest first. */
function showStream(group, other) {
  const [one, two] = [group, other].map((disc) => new Set(insideOf(disc).map((spot) => spot.id)));
  const said = sorted().filter((fact) => isShown(fact) && fact.keys.some((key) => one.has(key)) && fact.keys.some((key) => two.has(key)));
  selected = said;
  fill(
    crumb(),
    h("p", { class: "over-line" }, t("between")),
    h("h2", { tabindex: -1, dir: "auto" }, [group, other].map((disc) => t("around", { name: nameOf(disc.names[0]), n: disc.size })).join(" ↔ ")),
    h("section", {}, heading(t("facts_about")), said.length ? pages(said) : h("p", { class: "note" }, t("path_none"))),
  );
  choose([], said.map((fact) => fact.id));
  frame([group, other], true);
}
