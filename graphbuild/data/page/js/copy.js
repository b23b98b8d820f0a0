// A fact as text to paste: what it says, the words that say it, where they stand, and its address.

/** A fact with its quotes, as plain text. */
function factText(fact) {
  const sums = fact.amounts.map(short).join(" ≠ ");
  const stance = fact.stance === "certain" ? fact.status && t(`statuses.${fact.status}`) : t(`stances.${fact.stance}`).toLowerCase();
  const first = `${kindOf(fact)}: ${titleOf(fact)}${sums ? `, ${sums}` : ""}${stance ? ` (${stance})` : ""}`;
  const quotes = fact.claims.flatMap((claim) => (claim.evidence ?? []).map((span) => quoteLine(claim, span)));
  return [first.replace(/\s+/gu, " "), ...quotes, fact.id].join("\n");
}

function quoteLine(claim, [start, end]) {
  const article = articles.get(claim.document);
  const words = wordsAt(claim.document, start, end).replace(/\s+/gu, " ").trim();
  return `“${words}” — ${[article?.title ?? claim.document, article?.published && date(article.published), article?.url].filter(Boolean).join(", ")}`;
}

/** The words of an article between two of its letters, also where the page holds its quotes only. */
function wordsAt(key, start, end) {
  const text = letters(key);
  if (text.length) return text.slice(start, end).join("");
  return (articles.get(key)?.quotes ?? []).find(([at]) => at === start)?.[1] ?? "";
}

function copyButton(fact) {
  const button = h("button", { type: "button", class: "act copy", onclick: async () => {
    await copyText(factText(fact));
    button.textContent = t("copied");
    announce(t("copied"));
    setTimeout(() => { button.textContent = t("copy"); }, 2000);
  } }, t("copy"));
  return button;
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch { // not allowed, or not there: the way of old browsers
    const area = h("textarea", { class: "away", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
}

/** Say something to those who listen to the page. */
function announce(text) {
  $("status").textContent = "";
  setTimeout(() => { $("status").textContent = text; }, 30);
}
