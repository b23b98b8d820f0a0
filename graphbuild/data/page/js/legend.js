// The headline, the legends that are also filters, and the key to the widths.

/** A legend that is also the filter: each entry hides and shows what it names. */
function legend(home, names, set, label, mark, size) {
  const held = home.contains(document.activeElement) && document.activeElement.dataset.name;
  home.setAttribute("aria-label", t("show_only"));
  home.replaceChildren(...names.filter((name) => size(name) > 0).map((name) => {
    return h("button", { type: "button", class: "chip", "aria-pressed": String(!set.has(name)), "data-name": name, onclick: () => {
      if (!set.delete(name)) set.add(name);
      filtered();
    } }, mark(name), label(name), " ", h("span", { class: "n" }, number(size(name), 9)));
  }));
  if (held) home.querySelector(`[data-name="${held}"]`)?.focus();
}

const sizeOfStance = (name) => (name === "disputed" ? summary.disputed : summary.stances[name]) ?? 0;
const sizeOfType = (name) => (name === "purpose" ? [...spots.values()].filter((spot) => spot.type === name).length : summary.types[name] ?? 0);
const strokeOf = (name) => (name === "disputed" ? h("b", { class: "disputed", "aria-hidden": "true" }, "≠") : stroke(name));

/** Every word of the page, again, in the language chosen. */
function say() {
  document.documentElement.lang = language;
  for (const el of document.querySelectorAll("[data-say]")) el.textContent = t(el.dataset.say);
  const label = { search: "search", canvas: "picture", nearer: "zoom_in", farther: "zoom_out", fit: "fit", physics: "physics", handle: "larger", languages: "language" };
  for (const [id, key] of Object.entries(label)) $(id).setAttribute("aria-label", t(key));
  $("search").placeholder = t("search");
  for (const id of ["fit", "physics", "nearer", "farther"]) $(id).title = $(id).getAttribute("aria-label");
  headline();
  sayExport();
  if (!$("filters").hidden) buildDrawer();
  sayFilters();
  for (const button of $("languages").children) button.setAttribute("aria-pressed", String(button.lang === language));
  key();
  sayTheme();
}

function headline() {
  const n = (type) => summary.types[type] ?? 0;
  const told = { articles: count("article", summary.articles), facts: count("fact", summary.facts), organizations: count("organization", n("organization")), projects: count("project", n("project")) };
  const plain = !n("organization") || !n("project");
  const text = title ?? (summary.facts ? t(plain ? "headline_plain" : "headline", told) : t("headline_empty"));
  $("headline").textContent = text;
  document.title = `${text} · graphbuild`;
  const weak = STANCES.slice(1).filter(sizeOfStance).map((stance) => count(stance, sizeOfStance(stance)));
  const disputed = summary.points;
  $("standfirst").replaceChildren(!summary.facts || (plain && !weak.length) ? "" : `${count("fact", summary.facts)}${weak.length ? t("standfirst_also", { list: list(weak) }) : ""}. `, disputed ? h("span", { class: "disputed" }, t("disagree", { n: count("point", disputed) })) : "");
  $("left-out").textContent = summary.cut ? t("left_out", { articles: count("article", summary.cut) }) : "";
}

/** The legends as they are set now. */
function sayFilters() {
  legend($("types"), [...TYPES, "purpose"], hidden.types, (name) => t(`types.${name}`), glyph, sizeOfType);
  legend($("stances"), [...STANCES, "disputed"], hidden.stances, (name) => t(`stances.${name}`), strokeOf, sizeOfStance);
  if (!$("filters").hidden) updateDrawer();
  sayCount();
  sayNothing();
}

/** An empty picture says why it is empty. */
function sayNothing() {
  $("nothing").textContent = t(summary.nodes ? "nothing_left" : "empty_picture");
  $("nothing").hidden = summary.nodes > 0 && (!isSet() || passed().size > 0);
}

/** After a filter was set: the address, the legends, the picture and the list follow. */
function filtered() {
  forgetPassed();
  noteFilters();
  sayFilters();
  paint();
  if (!somewhere()) showIndex();
}

/** How wide a line of how much money is. */
function key() {
  const widths = [...ways.values()].some((way) => way.main && way.wide > 1.3);
  const money = [...facts.values()].flatMap((fact) => fact.amounts).filter(isMoney)[0];
  $("key").hidden = !widths || !money;
  if ($("key").hidden) return;
  const steps = [1e7, 1e9, 1e11].map((value) => [short({ value: String(value), unit: money.unit, comparator: "=" }), 1.2 + 7.8 * ((Math.log10(value) - 5) / 7) ** 1.5]);
  $("key").replaceChildren(h("figcaption", {}, t("key_width")), ...steps.map(([text, width]) => h("span", {}, svg("svg", { viewBox: "0 0 30 10", "aria-hidden": "true" }, svg("line", { x1: 0, y1: 5, x2: 30, y2: 5, "stroke-width": width })), text)));
}
