// Articles: their text with what was understood marked in it.

/** The letters of a text: offsets in the data count code points, not JavaScript's halves. */
const lettersOf = new Map();
function letters(key) {
  if (!lettersOf.has(key)) lettersOf.set(key, Array.from(articles.get(key)?.text ?? ""));
  return lettersOf.get(key);
}

/** An article's text with stretches marked: [{start, end, kind}] in code points. */
function marked(key, marks) {
  const text = letters(key), inside = marks.filter((m) => m.start >= 0 && m.start < m.end && m.end <= text.length);
  const cuts = [...new Set([0, text.length, ...inside.flatMap((m) => [m.start, m.end])])].sort((a, b) => a - b);
  const pieces = cuts.slice(0, -1).map((from, i) => {
    const words = text.slice(from, cuts[i + 1]).join("");
    const kinds = new Set(inside.filter((m) => m.start <= from && cuts[i + 1] <= m.end).map((m) => m.kind));
    const inner = kinds.has("amount") ? h("strong", {}, words) : kinds.has("name") ? h("u", {}, words) : words;
    return kinds.has("evidence") ? h("mark", { "data-start": from }, inner) : inner;
  });
  return h("div", { class: "text", lang: articles.get(key)?.language, dir: "auto", tabindex: 0, role: "region", "aria-label": t("text_of") }, pieces);
}

/** Where an amount's words stand inside a sentence, so that they can be set in bold. */
function amountMarks(key, claim) {
  const quote = Array.from(claim.amount?.quote ?? "");
  if (!quote.length) return [];
  const text = letters(key);
  for (const [start, end] of claim.evidence ?? []) {
    for (let i = start; i + quote.length <= end; i++) {
      if (quote.every((letter, j) => text[i + j] === letter)) return [{ start: i, end: i + quote.length, kind: "amount" }];
    }
  }
  return [];
}

function claimMarks(key, claims) {
  return claims.flatMap((claim) => [...(claim.evidence ?? []).map(([start, end]) => ({ start, end, kind: "evidence" })), ...amountMarks(key, claim)]);
}

/** An article with its title, date and link, and its text open at the first marked sentence. */
function articleBox(key, marks, between = null) {
  const article = articles.get(key);
  const title = article?.title || [...(article?.text ?? key)].slice(0, 90).join("").split("\n")[0];
  const head = h("header", {}, h("h4", { lang: article?.language, dir: "auto" }, h("a", { href: address("article", key) }, title)),
    h("p", { class: "byline" }, [article?.published && h("time", { datetime: article.published }, date(article.published)), article?.url && outward(article.url, t("original")), article?.language?.toUpperCase()].filter(Boolean).flatMap((part, i) => (i ? [" · ", part] : [part]))));
  if (!article?.text) return h("section", { class: "article" }, head, between, quotesOf(article, marks), h("p", { class: "note" }, t(article?.cut ? "cut_text" : "no_text")));
  const text = marked(key, marks);
  const more = h("button", { type: "button", class: "more", "aria-expanded": "false", onclick: () => {
    const open = text.classList.toggle("open");
    more.setAttribute("aria-expanded", String(open));
    more.textContent = t(open ? "less_text" : "all_text");
    if (!open) reveal(text);
  } }, t("all_text"));
  const frame = h("section", { class: "article" }, head, between, text, more);
  requestAnimationFrame(() => { reveal(text); if (text.scrollHeight <= text.clientHeight + 4) more.remove(); });
  return frame;
}

/** The sentences of an article whose text did not find room in the page. */
function quotesOf(article, marks) {
  const starts = new Set(marks.filter((mark) => mark.kind === "evidence").map((mark) => mark.start));
  const quotes = (article?.quotes ?? []).filter(([start]) => starts.has(start));
  return quotes.length ? h("div", { class: "text", lang: article.language, dir: "auto" }, quotes.map(([start, words]) => h("p", {}, h("mark", { "data-start": start }, words)))) : null;
}

/** Scroll a text, and nothing else, to its first marked words. */
function reveal(text) {
  const mark = text.querySelector("mark");
  if (mark) text.scrollTop = mark.offsetTop - Math.max(0, Math.min(40, (text.clientHeight - mark.offsetHeight) / 2));
}
