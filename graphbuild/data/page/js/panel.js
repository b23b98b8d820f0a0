// The panel beside the picture: a list of everything, one fact, one name, one article.
const pane = document.getElementById("pane");
let tab = "facts";
let query = "";

/** Put these parts, those that are there, into the panel. */
const fill = (...parts) => pane.replaceChildren(...parts.flat().filter(Boolean));
const heading = (text, level = "h3") => h(level, {}, text);
const crumb = () => h("a", { class: "crumb", href: "#" }, `← ${t("back")}`);
const definition = (term, ...value) => [h("dt", {}, term), h("dd", {}, ...value)];

function tabs() {
  const sizes = { facts: facts.size, things: things.size, articles: articles.size };
  const step = (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const names = Object.keys(sizes);
    openTab(names[(names.indexOf(tab) + by + names.length) % names.length]);
    pane.querySelector('[aria-selected="true"]').focus();
  };
  return h("div", { class: "tabs", role: "tablist" }, Object.entries(sizes).map(([name, n]) =>
    h("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-selected": String(tab === name), tabindex: tab === name ? 0 : -1, "aria-controls": "list", onclick: () => openTab(name), onkeydown: step },
      t(`tab_${name}`), h("span", { class: "n" }, number(n, 9)))));
}

function openTab(name) {
  tab = name;
  showIndex();
}

/** Everything there is, or what the search found. */
function showIndex() {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  const hit = (hay) => words.every((word) => hay.includes(word));
  const body = { facts: indexOfFacts, things: indexOfThings, articles: indexOfArticles }[tab](hit);
  fill(
    h("p", { class: "how" }, t("how")), tabs(),
    h("div", { id: "list", role: "tabpanel", "aria-labelledby": `tab-${tab}` }, body ?? h("p", { class: "note" }, query ? t("search_none", { words: query }) : t("empty"))),
  );
}

function indexOfFacts(hit) {
  const list = sorted.filter((fact) => hit(haystack(fact)) && !hidden.stances.has(fact.stance) && !(fact.disputed && hidden.stances.has("disputed")));
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
  const groups = TYPES.filter((type) => !hidden.types.has(type)).map((type) => [type, DATA.things.filter((thing) => thing.type === type && hit(hayOfThing(thing)))]);
  const filled = groups.filter(([, list]) => list.length);
  return filled.length ? filled.map(([type, list]) => h("section", { class: "group" }, heading(t(`types.${type}`)),
    h("ul", { class: "names" }, list.sort((a, b) => a.label.localeCompare(b.label, language)).map((thing) => h("li", {}, thingLink(thing.id), h("span", { class: "n" }, (factsOf.get(thing.id) ?? []).length || "")))))) : null;
}

function indexOfArticles(hit) {
  const list = [...articles].filter(([key, article]) => hit(fold(`${article.title ?? ""} ${key}`)));
  return list.length ? h("ul", { class: "rows" }, list.map(([key, article]) => h("li", {}, h("a", { class: "row", href: address("article", key) },
    h("span", { class: "what" }, h("span", { class: "over-line" }, [date(article.published), article.language?.toUpperCase()].filter(Boolean).join(" · ")), h("span", { class: "title", dir: "auto", lang: article.language }, article.title ?? key)))))) : null;
}

function showFact(fact) {
  const rivals = fact.conflicts.map((id) => facts.get(id)).filter(Boolean);
  const struck = fact.stance === "denied" || fact.stance === "cancelled";
  const sums = fact.amounts.map((sum) => [short(sum), full(sum)]);
  fill(
    crumb(),
    h("p", { class: "over-line" }, kindOf(fact), stanceTag(fact), disputeTag(fact)),
    h("h2", { tabindex: -1, dir: "auto" }, titleOf(fact)),
    sums.length && !fact.disputed ? h("p", { class: `figure${struck ? " struck" : ""}` }, sums.map(([small, long], i) => [i ? h("span", { class: "differs" }, " ≠ ") : null, h(struck ? "s" : "span", { title: long }, small)])) : null,
    conflictBox(fact, rivals), roleList(fact), wholeAndParts(fact), sourcesOf([fact, ...rivals]),
  );
  choose(fact.keys, [fact.id]);
}

function roleList(fact) {
  const label = (role) => t(`roles_of.${fact.kind}.${role}`) || t(`roles.${role}`);
  const items = Object.entries(fact.roles ?? {}).map(([role, keys]) => definition(label(role), keys.filter((k) => things.has(k)).map(thingLink)));
  for (const [role, words] of Object.entries(fact.texts ?? {})) {
    if (role !== "measure") items.push(definition(label(role), isolate(words)));
  }
  if (fact.status) items.push(definition(t("status"), t(`statuses.${fact.status}`)));
  return h("dl", { class: "roles" }, items);
}

/** Values that cannot all be true, side by side, none preferred. */
function conflictBox(fact, rivals) {
  const own = fact.claims.some((claim) => claim.conflicts);
  const sides = [fact, ...rivals].flatMap((one) => one.claims.map((claim) => ({ one, claim }))).filter(({ one, claim }) => rivals.length || claim.conflicts || one !== fact);
  if (!rivals.length && !own) return null;
  const distinct = new Map(sides.map((side) => [side.claim.amount ? short(side.claim.amount) : t(`statuses.${side.claim.status}`), []]));
  for (const side of sides) distinct.get(side.claim.amount ? short(side.claim.amount) : t(`statuses.${side.claim.status}`)).push(side);
  return h("section", { class: "conflict" }, heading(t("conflict")),
    h("div", { class: "sides" }, [...distinct].map(([value, said]) => h("div", { class: "side" }, h("p", { class: "figure" }, value),
      h("ul", {}, said.map(({ one, claim }) => h("li", {}, h("a", { href: address("fact", one.id) }, h("q", { dir: "auto" }, claim.amount?.quote ?? t(`statuses.${claim.status}`))), h("span", { class: "byline", dir: "auto" }, articles.get(claim.document)?.title ?? claim.document))))))),
    h("p", { class: "note" }, t("conflict_note")));
}

function wholeAndParts(fact) {
  const whole = facts.get(fact.part_of), parts = partsOf(fact);
  return [whole && h("section", {}, heading(t("part_of")), rows([whole])), parts.length > 0 && h("section", {}, heading(t("parts")), rows(parts))].filter(Boolean);
}

/** Every article that says so, each with its claims and its words. */
function sourcesOf(list) {
  const claims = list.flatMap((fact) => fact.claims);
  const keys = [...new Set(claims.map((claim) => claim.document))];
  return h("section", { class: "sources" }, heading(t("sources", { n: keys.length })),
    keys.map((key) => {
      const here = claims.filter((claim) => claim.document === key);
      return articleBox(key, claimMarks(key, here), h("ul", { class: "claims" }, here.map(claimLine)));
    }));
}

/** One claim: as written, as understood, how firmly, says who. */
function claimLine(claim) {
  const verdict = claim.polarity === "negative" ? "negative" : claim.certainty;
  const speaker = claim.speaker && (things.has(claim.speaker) ? thingLink(claim.speaker) : isolate(claim.speaker));
  const items = [
    claim.amount && definition(t("written"), h("q", { dir: "auto" }, claim.amount.quote ?? claim.amount.value)),
    claim.amount && definition(t("understood"), full(claim.amount)),
    definition(t("status"), [claim.status && t(`statuses.${claim.status}`), verdict !== "asserted" && h("em", {}, t(`verdict_${verdict}`))].filter(Boolean).flatMap((part, i) => (i ? [", ", part] : [part]))),
    speaker && definition(t("according"), speaker),
    claim.date && definition(t("date"), date(claim.date)),
  ];
  return h("li", {}, h("dl", {}, items.filter(Boolean)));
}

function showThing(thing) {
  const about = [...(factsOf.get(thing.id) ?? [])].sort((a, b) => sorted.indexOf(a) - sorted.indexOf(b));
  const keys = [...new Set([...about.flatMap((fact) => fact.claims.map((claim) => claim.document)), ...(thing.mentions ?? []).map(([key]) => key)])];
  const aliases = thing.aliases ?? [];
  fill(
    crumb(),
    h("p", { class: "over-line" }, glyph(thing.type), t(`type.${thing.type}`)),
    h("h2", { tabindex: -1, dir: "auto" }, thing.label),
    aliases.length ? h("p", { class: "also" }, `${t("also_known")} `, aliases.flatMap((alias, i) => [i ? ", " : "", isolate(alias)])) : null,
    thing.same_as ? h("p", { class: "also" }, `${t("identifiers")} `, thing.same_as.flatMap((url, i) => [i ? ", " : "", outward(url, url)])) : null,
    about.length ? h("section", {}, heading(t("facts_about")), rows(about)) : null,
    keys.length ? h("section", { class: "sources" }, heading(t("in_articles")), keys.map((key) => {
      const claims = about.flatMap((fact) => fact.claims).filter((claim) => claim.document === key);
      const names = (thing.mentions ?? []).filter(([where]) => where === key).map(([, start, end]) => ({ start, end, kind: "name" }));
      return articleBox(key, [...claimMarks(key, claims), ...names]);
    })) : null,
  );
  choose([thing.id], about.map((fact) => fact.id));
}

function showArticle(key) {
  const article = articles.get(key);
  const said = sorted.filter((fact) => fact.claims.some((claim) => claim.document === key));
  const frame = articleBox(key, claimMarks(key, said.flatMap((fact) => fact.claims).filter((claim) => claim.document === key)));
  frame.querySelector(".text")?.classList.add("open");
  frame.querySelector(".more")?.remove();
  frame.querySelector("header h4")?.remove();
  fill(crumb(), h("p", { class: "over-line" }, t("tab_articles").replace(/s$/, "")), h("h2", { tabindex: -1, dir: "auto", lang: article.language }, article.title ?? key), frame,
    said.length ? h("section", {}, heading(t("facts_about")), rows(said)) : "");
  choose([...new Set(said.flatMap((fact) => fact.keys))], said.map((fact) => fact.id));
}
