// The panel beside the picture: a list of everything, one fact, one name, one article.
const pane = document.getElementById("pane");

/** Put these parts, those that are there, into the panel. */
const fill = (...parts) => pane.replaceChildren(...parts.flat().filter(Boolean));
const heading = (text, level = "h3") => h(level, {}, text);
const crumb = () => h("a", { class: "crumb", href: address() }, `← ${t("back")}`);
const definition = (term, ...value) => [h("dt", {}, term), h("dd", {}, ...value)];

function showFact(fact, claimId = "") {
  const rivals = fact.conflicts.map((id) => facts.get(id)).filter(Boolean);
  const struck = fact.stance === "denied" || fact.stance === "cancelled";
  const sums = fact.amounts.map((sum) => [short(sum), full(sum)]);
  fill(
    crumb(),
    h("p", { class: "over-line" }, kindOf(fact), stanceTag(fact), disputeTag(fact)),
    h("h2", { tabindex: -1, dir: "auto" }, titleOf(fact)),
    sums.length && !fact.disputed ? h("p", { class: `figure${struck ? " struck" : ""}` }, sums.map(([small, long], i) => [i ? h("span", { class: "differs" }, " ≠ ") : null, h(struck ? "s" : "span", { title: long }, small)])) : null,
    conflictBox(fact, rivals), roleList(fact), historyOf([fact, ...rivals]), wholeAndParts(fact), sourcesOf([fact, ...rivals]),
    h("p", { class: "acts" }, copyButton(fact), addressOf(fact.id)),
  );
  selected = [fact, ...rivals];
  choose(fact.keys, [fact.id]);
  if (claimId) revealClaim(claimId);
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

/** What was said when, and by whom: from the first plan to the last word. */
function historyOf(list) {
  const said = list.flatMap((fact) => fact.claims.map((claim) => ({ claim, when: articles.get(claim.document)?.published ?? claim.date ?? "" })));
  const differ = (key) => new Set(said.map(key)).size > 1;
  if (!differ(({ when }) => when) && !differ(({ claim }) => claim.status)) return null;
  said.sort((a, b) => a.when.localeCompare(b.when) || LADDER.indexOf(a.claim.status) - LADDER.indexOf(b.claim.status) || (a.claim.id < b.claim.id ? -1 : 1));
  const line = ({ claim, when }) => h("li", {}, h("time", { datetime: when }, when ? date(when) : "–"), h("span", {}, h("b", {}, t(`statuses.${claim.status}`)),
    claim.polarity === "negative" ? `, ${t("verdict_negative")}` : claim.certainty === "hedged" ? `, ${t("verdict_hedged")}` : "", claim.amount ? ` · ${short(claim.amount)}` : "",
    h("a", { class: "byline", dir: "auto", href: address("article", claim.document) }, articles.get(claim.document)?.title ?? claim.document)));
  return h("section", {}, heading(t("history")), h("ol", { class: "history" }, said.map(line)));
}
const LADDER = ["requested", "planned", "announced", "committed", "done", "cancelled"];

/** The IRI of something, to read and to copy. */
const addressOf = (id) => h("code", { class: "iri" }, id);

/** Bring one claim of the fact into sight. */
function revealClaim(id) {
  const line = [...pane.querySelectorAll("[data-claim]")].find((item) => item.dataset.claim === id);
  line?.classList.add("here");
  line?.scrollIntoView({ block: "center" });
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
    ...(claim.accepted ?? []).map((act) => definition(t("accepted"), isolate(act.by), `, ${date(act.when)}: `, isolate(act.because))),
  ];
  return h("li", { "data-claim": claim.id }, h("dl", {}, items.filter(Boolean)));
}

function showThing(thing, steps = 0) {
  const about = [...(factsOf.get(thing.id) ?? [])].sort(bySize);
  const keys = [...new Set([...about.flatMap((fact) => fact.claims.map((claim) => claim.document)), ...(thing.mentions ?? []).map(([key]) => key)])];
  const aliases = thing.aliases ?? [];
  fill(
    crumb(),
    h("p", { class: "over-line" }, glyph(thing.type), t(`type.${thing.type}`)),
    h("h2", { tabindex: -1, dir: "auto" }, thing.label),
    aliases.length ? h("p", { class: "also" }, `${t("also_known")} `, aliases.flatMap((alias, i) => [i ? ", " : "", isolate(alias)])) : null,
    thing.same_as ? h("p", { class: "also" }, `${t("identifiers")} `, thing.same_as.flatMap((url, i) => [i ? ", " : "", outward(url, url)])) : null,
    growChoice(thing), stepChoice(thing, steps), pathChoice(thing),
    about.length ? h("section", {}, heading(t("facts_about")), pages(about)) : null,
    keys.length ? h("section", { class: "sources" }, heading(t("in_articles")), keys.map((key) => {
      const claims = about.flatMap((fact) => fact.claims).filter((claim) => claim.document === key);
      const names = (thing.mentions ?? []).filter(([where]) => where === key).map(([, start, end]) => ({ start, end, kind: "name" }));
      return articleBox(key, [...claimMarks(key, claims), ...names]);
    })) : null,
  );
  selected = about;
  within = steps ? neighbourhood(thing.id, steps) : null;
  choose([thing.id], about.map((fact) => fact.id));
  if (within) frame([...within].map((id) => ({ ...spots.get(id), r: 70 })), true);
}

function showArticle(key) {
  const article = articles.get(key);
  const said = sorted().filter((fact) => fact.claims.some((claim) => claim.document === key));
  const frame = articleBox(key, claimMarks(key, said.flatMap((fact) => fact.claims).filter((claim) => claim.document === key)));
  frame.querySelector(".text")?.classList.add("open");
  frame.querySelector(".more")?.remove();
  frame.querySelector("header h4")?.remove();
  fill(crumb(), h("p", { class: "over-line" }, t("tab_articles").replace(/s$/, "")), h("h2", { tabindex: -1, dir: "auto", lang: article.language }, article.title ?? key), frame,
    said.length ? h("section", {}, heading(t("facts_about")), rows(said)) : "");
  selected = said;
  choose([...new Set(said.flatMap((fact) => fact.keys))], said.map((fact) => fact.id));
}

/** The names in a community's disc. */
const insideOf = (group) => [...spots.values()].filter((spot) => things.has(spot.id) && Math.hypot(spot.x - group.x, spot.y - group.y) <= group.r);

/** A community: who is in it, and the biggest of what is said. */
function showGroup(group) {
  const inside = insideOf(group);
  const keys = new Set(inside.map((spot) => spot.id));
  const said = sorted().filter((fact) => isShown(fact) && fact.keys.some((key) => keys.has(key))).slice(0, 150);
  selected = said;
  fill(
    crumb(),
    h("p", { class: "over-line" }, t("community")),
    h("h2", { tabindex: -1, dir: "auto" }, t("around", { name: nameOf(group.names[0]), n: group.size })),
    h("section", {}, heading(t("facts_about")), rows(said.slice(0, 12))),
    streamsOf(group),
    h("section", {}, heading(t("tab_things")), names(inside.map((spot) => things.get(spot.id)))),
  );
  choose([], []);
  frame([group], true);
}
