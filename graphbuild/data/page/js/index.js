// The list of everything: facts, names and articles, or what a search found of them.
let tab = "facts";
let query = "";

function tabs() {
  const sizes = { facts: isSet() ? passed().size : summary.facts, things: summary.things, articles: summary.articles };
  const step = (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const names = Object.keys(sizes);
    openTab(names[(names.indexOf(tab) + by + names.length) % names.length]);
    pane.querySelector('[aria-selected="true"]').focus();
  };
  return h("div", { class: "tabs", role: "tablist" }, Object.entries(sizes).map(([name, n]) =>
    h("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-selected": String(tab === name), tabindex: tab === name ? 0 : -1, "aria-controls": "list", onclick: () => openTab(name), onkeydown: step },
      t(`tab_${name}`), " ", h("span", { class: "n" }, number(n, 9)))));
}

function openTab(name) {
  tab = name;
  showIndex();
}

/** Everything there is, or what the search found. */
function showIndex() {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  const hit = (hay) => words.every((word) => hay.includes(word));
  if (!query) selected = sorted().filter(isShown);
  const body = { facts: indexOfFacts, things: indexOfThings, articles: indexOfArticles }[tab](hit);
  fill(
    h("p", { class: "how" }, t("how")), tabs(),
    h("div", { id: "list", role: "tabpanel", "aria-labelledby": `tab-${tab}` }, body ?? (elsewhereList() ? null : h("p", { class: "note" }, query ? t("search_none", { words: query }) : t(isSet() ? "nothing_left" : "empty"))), elsewhereList()),
  );
}

function indexOfFacts(hit) {
  const list = sorted().filter((fact) => isShown(fact) && hit(query ? haystack(fact) : ""));
  return list.length ? pages(list) : null;
}

/** A long list, some at a time. */
function pages(list) {
  const page = 150, rest = list.length - page, shown = rows(list.slice(0, page));
  if (rest <= 0) return shown;
  const more = h("button", { type: "button", class: "more", onclick: () => more.replaceWith(...[pages(list.slice(page))].flat()) }, t("more", { n: rest }));
  return [shown, more];
}

function indexOfThings(hit) {
  const mine = (thing) => (!isSet() || (factsOf.get(thing.id) ?? []).some(isShown)) && hit(query ? hayOfThing(thing) : "");
  const groupsOf = TYPES.filter((type) => !hidden.types.has(type)).map((type) => [type, [...things.values()].filter((thing) => thing.type === type && mine(thing))]);
  const filled = groupsOf.filter(([, list]) => list.length);
  const discs = query || isSet() || !groups.length ? null : h("section", { class: "group" }, heading(t("communities")), communities());
  return filled.length ? [discs, ...filled.map(([type, list]) => h("section", { class: "group" }, heading(t(`types.${type}`)), names(list)))] : null;
}

const communities = () => h("ul", { class: "names" }, groups.map((group) => h("li", {}, h("a", { href: address("group", group.names[0]) }, isolate(t("around", { name: nameOf(group.names[0]), n: group.size }))))));

/** Names with how many facts each has: the most told ones of a long list, and the rest on demand. */
function names(list) {
  const most = 240, told = (thing) => (factsOf.get(thing.id) ?? []).length;
  const first = list.length > most ? [...list].sort((a, b) => told(b) - told(a) || (a.id < b.id ? -1 : 1)).slice(0, most) : list;
  const item = (thing) => h("li", {}, thingLink(thing.id), h("span", { class: "n" }, told(thing) || ""));
  const shown = h("ul", { class: "names" }, first.sort((a, b) => a.label.localeCompare(b.label, language)).map(item));
  return list.length > most ? [shown, h("p", { class: "note" }, t("more_names", { n: list.length - most }))] : shown;
}

function indexOfArticles(hit) {
  const list = [...articles].filter(([key, article]) => hit(query ? fold(`${article.title ?? ""} ${key}`) : ""));
  const newest = list.sort(([a, one], [b, other]) => (other.published ?? "").localeCompare(one.published ?? "") || (a < b ? -1 : 1));
  return list.length ? h("ul", { class: "rows" }, newest.slice(0, 300).map(([key, article]) => h("li", {}, h("a", { class: "row", href: address("article", key) },
    h("span", { class: "what" }, h("span", { class: "over-line" }, [date(article.published), article.language?.toUpperCase()].filter(Boolean).join(" · ")), h("span", { class: "title", dir: "auto", lang: article.language }, article.title ?? key)))))) : null;
}
