// Shapes and colours. A shape for each type, so that colour is never the only difference.
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
let palette = {};
function mix() {
  const names = ["paper", "ink", "soft", "faint", "line", "thin", "alarm", "sans", "disc", "purpose", ...TYPES, ...STANCES];
  palette = Object.fromEntries(names.map((name) => [name, css(name)]));
}

// Radius r around (0, 0).
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

/** Shapes shrink more slowly than the picture, so that a phone and an overview still show them. */
const radius = (size, scale) => (size * Math.min(1.6, Math.max(scale, big() ? 0.22 : 0.12) ** 0.55)) / scale;

function drawNode({ ctx, id, x, y }) {
  const spot = spots.get(id), r = radius(spot.size, network.getScale());
  const quiet = faded(id), ring = chosen.nodes.has(id) || pointed === id;
  return {
    drawNode() {
      const px = 1 / network.getScale();
      ctx.translate(x, y);
      ctx.beginPath();
      SHAPES[spot.type](ctx, r);
      ctx.lineJoin = "round";
      ctx.lineWidth = (ring ? 7 : 4.5) * px;
      ctx.strokeStyle = ring ? palette.ink : palette.paper;
      ctx.stroke();
      if (ring) {
        ctx.lineWidth = 3.4 * px;
        ctx.strokeStyle = palette.paper;
        ctx.stroke();
      }
      ctx.fillStyle = quiet ? palette.faint : palette[spot.type];
      ctx.fill();
    },
    nodeDimensions: { width: 2.1 * r, height: 2.1 * r },
  };
}
