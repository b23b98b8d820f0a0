// What is selected, as a table for spreadsheets: one line a claim.

/** A cell that no spreadsheet takes for a formula, quoted where it must be. */
function cell(value) {
  let text = String(value ?? "");
  if (/^[\s]*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/u.test(text) && !/^-?\d+(\.\d+)?$/.test(text)) text = `'${text}`;
  return /[",;\n\r\t']/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

const COLUMNS = ["kind", "from", "to", "words", "quote", "value", "high", "unit", "comparator", "status", "stance", "disputed", "speaker", "date", "article", "published", "url", "sentence", "fact", "claim"];

function tableOf(list) {
  const lines = list.flatMap((fact) => fact.claims.map((claim) => rowOf(fact, claim)));
  return `\ufeff${[COLUMNS.map((name) => t(`columns.${name}`)), ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

function rowOf(fact, claim) {
  const { from, to } = ends(fact), sum = claim.amount ?? {}, article = articles.get(claim.document) ?? {};
  const speaker = claim.speaker && (things.get(claim.speaker)?.label ?? claim.speaker);
  const sentence = (claim.evidence ?? []).map(([start, end]) => wordsAt(claim.document, start, end)).join(" … ");
  return [kindOf(fact), from.map(nameOf).join("; "), to.map(nameOf).join("; "), wordsOf(fact), sum.quote, sum.value, sum.high, sum.unit, sum.value && sum.comparator,
    claim.status && t(`statuses.${claim.status}`), t(`stances.${fact.stance}`), fact.disputed ? t("yes") : "", speaker, claim.date, article.title ?? claim.document, article.published, article.url, sentence, fact.id, claim.id];
}
