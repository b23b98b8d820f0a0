// The view as a picture to keep: PNG as it is on the screen, SVG to edit. Both carry the headline.
const BAND = 62; // pixels of headline above the picture

function exportPng() {
  const view = network.canvas.frame.canvas, ratio = view.width / box.clientWidth;
  const canvas = h("canvas", {}), ctx = canvas.getContext("2d");
  canvas.width = view.width;
  canvas.height = view.height + BAND * ratio;
  ctx.fillStyle = palette.paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.drawImage(view, 0, BAND * ratio);
  ctx.scale(ratio, ratio);
  ctx.fillStyle = palette.ink;
  ctx.font = `700 22px ${css("serif")}`;
  ctx.fillText($("headline").textContent, 28, 32, box.clientWidth - 56);
  ctx.fillStyle = palette.soft;
  ctx.font = `13px ${palette.sans}`;
  ctx.fillText($("standfirst").textContent, 28, 52, box.clientWidth - 56);
  canvas.toBlob((blob) => save("graph.png", blob), "image/png");
}

function exportSvg() {
  const [w, high] = [box.clientWidth, box.clientHeight + BAND], scale = network.getScale();
  const at = (place) => { const { x, y } = network.canvasToDOM(place); return [round(x), round(y + BAND)]; };
  const parts = [
    svg("rect", { width: w, height: high, fill: palette.paper }),
    ...groups.map((group) => { const [x, y] = at(group); return svg("circle", { cx: x, cy: y, r: round(group.r * scale * 1.03), fill: palette.disc, stroke: palette.faint }); }),
    ...bands(scale).map((band) => svgBand(band, at, scale)),
    ...edges.getIds().map((id) => svgLine(id, at)).filter(Boolean),
    ...nodes.getIds().map((id) => svgShape(spots.get(id), at, scale)),
    ...(placed ?? []).flatMap((label) => svgLabel(label, at)),
    svgText($("headline").textContent, 28, 32, `700 22px ${css("serif")}`, palette.ink, "start"),
    svgText($("standfirst").textContent, 28, 52, `13px ${palette.sans}`, palette.soft, "start"),
  ];
  const picture = svg("svg", { xmlns: SVG, viewBox: `0 0 ${w} ${high}`, width: w, height: high }, ...parts);
  save("graph.svg", new Blob([new XMLSerializer().serializeToString(picture)], { type: "image/svg+xml" }));
}

const round = (value) => Math.round(value * 10) / 10;

/** What goes from one community to another. */
function svgBand({ line, wide, head }, at, scale) {
  const [a, m, foot] = line.map(at);
  return svg("g", { opacity: 0.3 }, svg("path", { d: `M${a}Q${m} ${foot}`, fill: "none", stroke: palette.line, "stroke-width": round(wide * scale) }), svg("polygon", { points: head.map(at).join(" "), fill: palette.line }));
}

/** A line as a curve through its middle, with its head where vis-network ends it. */
function svgLine(id, at) {
  const line = network.body.edges[id], styled = edges._data.get(id), scale = network.getScale();
  if (!line?.connected) return null;
  const [[ax, ay], [mx, my], [bx, by]] = [0, 0.5, 1].map((share) => at(line.edgeType.getPoint(share)));
  const width = styled.width * scale, way = ways.get(id);
  const path = svg("path", { d: `M${ax} ${ay}Q${round(2 * mx - (ax + bx) / 2)} ${round(2 * my - (ay + by) / 2)} ${bx} ${by}`, fill: "none", stroke: styled.color.color, "stroke-width": round(width), "stroke-dasharray": styled.dashes ? styled.dashes.map((dash) => round(dash * scale)).join(" ") : "none" });
  if (!styled.arrows.to.enabled) return path;
  const reach = spots.get(way.to).size * 1.1, turn = Math.atan2(by - my, bx - mx), r = radius(reach, scale) * scale, size = 5 + width;
  const tip = [bx - Math.cos(turn) * r, by - Math.sin(turn) * r], wing = (side) => [tip[0] - Math.cos(turn + side * 0.4) * size * 1.6, tip[1] - Math.sin(turn + side * 0.4) * size * 1.6];
  return svg("g", {}, path, svg("polygon", { points: [tip, wing(1), wing(-1)].map((point) => point.map(round).join(",")).join(" "), fill: styled.color.color }));
}

function svgShape(spot, at, scale) {
  const [x, y] = at(network.getPosition(spot.id)), shape = outline(spot.type, radius(spot.size, scale) * scale);
  for (const [key, value] of Object.entries({ fill: faded(spot.id) ? palette.faint : palette[spot.type], stroke: palette.paper, "stroke-width": 2, transform: `translate(${x} ${y})` })) shape.setAttribute(key, value);
  return shape;
}

function svgLabel(label, at) {
  const [x, middle] = at({ x: label.x / placedFor, y: label.y / placedFor });
  const back = label.edge === undefined ? [] : [svg("rect", { x: round(x - label.w / 2 - 3), y: round(middle - label.h / 2), width: round(label.w + 6), height: round(label.h), fill: palette.paper })];
  let y = middle - label.h / 2;
  return [...back, ...label.lines.map((line) => {
    y += line.tall;
    const text = svgText(line.text, x, round(y - line.tall * 0.24), line.font, line.ink, "middle");
    if (line.struck) text.setAttribute("text-decoration", "line-through");
    if (label.edge === undefined) for (const [key, value] of [["stroke", palette.paper], ["stroke-width", 3], ["paint-order", "stroke"]]) text.setAttribute(key, value);
    return text;
  })];
}

/** Text, without what XML cannot say; the font in attributes, as the page allows no inline styles. */
function svgText(words, x, y, font, fill, anchor) {
  const [, slant, weight, size, family] = /^(italic )?(\d+) ([\d.]+)px (.*)$/s.exec(font) ?? [];
  const face = { "font-style": slant ? "italic" : "normal", "font-weight": weight, "font-size": size, "font-family": family };
  return svg("text", { x, y, ...face, fill, "text-anchor": anchor }, words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, ""));
}
