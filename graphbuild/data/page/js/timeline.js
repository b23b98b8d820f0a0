// When it was said: a histogram of the articles' dates, two handles, and a button that lets time pass.
const BEAT = 450; // milliseconds of a step
const BEATS = 48; // at most, however long the time
let bins = []; // dates as text, each a year, a month or a day
let ticking = 0;

/** The stretches of time: days, months or years, whichever are few enough. */
function makeBins() {
  const days = [...facts.values()].flatMap(datesOf).map((day) => day.slice(0, 10)).sort();
  if (!days.length) return [];
  const year = (day) => Number(day.slice(0, 4)), month = (day) => year(day) * 12 + Number(day.slice(5, 7) || 1) - 1;
  const [low, high] = [days[0], days[days.length - 1]], coarse = days.filter((day) => day.length < 7).length * 3 > days.length;
  if (coarse || month(high) - month(low) > 120) return Array.from({ length: year(high) - year(low) + 1 }, (_, i) => String(year(low) + i));
  if (month(high) - month(low) > 1) return Array.from({ length: month(high) - month(low) + 1 }, (_, i) => `${Math.floor((month(low) + i) / 12)}-${String(((month(low) + i) % 12) + 1).padStart(2, "0")}`);
  const start = Date.UTC(year(low), month(low) % 12, Number(low.slice(8, 10) || 1)), end = Date.UTC(year(high), month(high) % 12, Number(high.slice(8, 10) || 28));
  return Array.from({ length: Math.round((end - start) / 864e5) + 1 }, (_, i) => new Date(start + i * 864e5).toISOString().slice(0, 10));
}

/** The bin of a day; a year falls into its first month. */
const binOf = (day) => bins.findIndex((bin) => bin.startsWith(day.slice(0, bin.length)));

function timeline() {
  bins = makeBins();
  if (bins.length < 2) return h("p", { class: "note" }, t("no_dates"));
  const bars = svg("svg", { class: "bars", viewBox: `0 0 ${bins.length} 40`, preserveAspectRatio: "none", "aria-hidden": "true" },
    ...bins.map((_, i) => svg("rect", { x: i + 0.08, width: 0.84, y: 40, height: 0 })));
  const handle = (id, key) => h("input", { id, type: "range", min: 0, max: bins.length - 1, step: 1, "aria-label": t(key), oninput: () => { stopTimeline(); fromHandles(id); } });
  const play = h("button", { type: "button", id: "play", onclick: () => (ticking ? stopTimeline() : playTimeline()) });
  return h("div", { class: "timeline" }, play, h("div", { class: "span" }, bars, handle("first", "date_from"), handle("last", "date_to")), h("output", { id: "span-text", for: "first last" }));
}

/** Read the handles; neither passes the other. */
function fromHandles(moved) {
  const [first, last] = [Number($("first").value), Number($("last").value)];
  if (first > last) $(moved).value = moved === "first" ? last : first;
  setSpan(Number($("first").value), Number($("last").value));
}

function setSpan(first, last) {
  only.from = first > 0 ? bins[first] : "";
  only.to = last < bins.length - 1 ? bins[last] : "";
  filtered();
}

const spanNow = () => [only.from ? Math.max(0, binOf(only.from)) : 0, only.to ? (binOf(only.to) < 0 ? bins.length - 1 : binOf(only.to)) : bins.length - 1];

function updateTimeline() {
  const bars = document.querySelector(".bars");
  if (!bars) return;
  const sizes = bins.map(() => 0), place = new Map(bins.map((bin, i) => [bin, i]));
  for (const fact of facts.values()) {
    if (!passes(fact, "date")) continue;
    for (const day of new Set(datesOf(fact))) {
      const i = place.get(day.slice(0, bins[0].length)) ?? binOf(day);
      if (i >= 0) sizes[i]++;
    }
  }
  const top = Math.max(1, ...sizes), [first, last] = spanNow();
  [...bars.children].forEach((bar, i) => {
    const high = sizes[i] ? Math.max(2, (38 * sizes[i]) / top) : 0;
    bar.setAttribute("y", 40 - high);
    bar.setAttribute("height", high);
    bar.classList.toggle("out", i < first || i > last);
  });
  for (const [id, value] of [["first", first], ["last", last]]) {
    $(id).value = value;
    $(id).setAttribute("aria-valuetext", date(bins[value]));
  }
  $("span-text").textContent = first === last ? date(bins[first]) : t("span", { from: date(bins[first]), to: date(bins[last]) });
  sayPlay();
}

function sayPlay() {
  if (!$("play")) return;
  $("play").textContent = ticking ? "❚❚" : "▶";
  $("play").setAttribute("aria-label", t(ticking ? "pause" : "play"));
  $("play").title = t(ticking ? "pause" : "play");
}

/** Let time pass: the end of the span moves from its beginning to the last date there is. */
function playTimeline() {
  const [first, last] = spanNow(), step = Math.max(1, Math.ceil((bins.length - first) / BEATS));
  let end = last < bins.length - 1 ? last : first;
  const beat = () => {
    setSpan(first, Math.min(end, bins.length - 1));
    if (end >= bins.length - 1) stopTimeline();
    end += step;
  };
  ticking = setInterval(beat, still.matches ? 3 * BEAT : BEAT);
  beat();
  sayPlay();
}

function stopTimeline() {
  clearInterval(ticking);
  ticking = 0;
  sayPlay();
}
