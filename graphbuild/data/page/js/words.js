// What the page says, in the reader's language, and how it writes sums and dates.
const WORDS = JSON.parse(document.getElementById("words").textContent);
const LOCALES = { fr: "fr-FR", en: "en-GB" };
const SIGNS = { "=": "", ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ ", "~": "~ ", range: "" };
const THIN = "\u202f", HARD = "\u00a0";
let language = "en";

/** The text at a dotted path, with {names} filled in; plural forms by ``values.n``. */
function t(path, values = {}) {
  let found = path.split(".").reduce((at, key) => (at && Object.hasOwn(at, key) ? at[key] : undefined), WORDS[language]);
  if (found && typeof found === "object") found = found[plural(values.n)];
  if (typeof found !== "string") return "";
  return found.replace(/\{(\w+)\}/g, (all, key) => (Object.hasOwn(values, key) ? written(values[key]) : all));
}

const written = (value) => (typeof value === "number" ? number(value, 9) : String(value));

function plural(n) {
  const form = new Intl.PluralRules(LOCALES[language]).select(n);
  return form === "one" ? "one" : "other";
}

const count = (what, n) => t(`counts.${what}`, { n });

function number(value, digits = 3) {
  return new Intl.NumberFormat(LOCALES[language], { maximumSignificantDigits: digits }).format(value);
}

/** "a, b and c" */
function list(items) {
  if (items.length < 2) return items.join("");
  return items.slice(0, -1).join(", ") + t("and") + items[items.length - 1];
}

const isMoney = (sum) => /^[A-Z]{3}$/.test(sum.unit);

/** A currency's sign where it has one ("€"), else its code. */
function sign(code) {
  try {
    const parts = new Intl.NumberFormat(LOCALES[language], { style: "currency", currency: code, currencyDisplay: "narrowSymbol" });
    return parts.formatToParts(1).find((part) => part.type === "currency").value;
  } catch {
    return code;
  }
}

/** A sum as small as it goes: "> $200bn", "15–25 Md$", "1 GW". */
function short(sum) {
  const scales = isMoney(sum) ? WORDS[language].short.scales : [];
  const top = Math.abs(Number(sum.high ?? sum.value));
  const [scale, by] = scales.find(([, size]) => top >= size) ?? ["", 1];
  const figure = (value) => number(Number(value) / by, Math.abs(Number(value) / by) >= 1000 ? 6 : 3);
  const mark = isMoney(sum) ? sign(sum.unit) : sum.unit;
  const pattern = !isMoney(sum) ? "unit_pattern" : /^[A-Z]{3}$/.test(mark) ? "code_pattern" : "pattern";
  const text = sum.high ? `${figure(sum.value)}–${figure(sum.high)}` : figure(sum.value);
  const filled = t(`short.${pattern}`, { sign: mark, number: text, scale });
  return ((SIGNS[sum.comparator] ?? "") + filled.trim().replace(/ +/g, " ")).replace(/ /g, HARD);
}

/** A sum in full: "more than 200,000,000,000 US dollars". */
function full(sum) {
  const write = (value) => {
    const exact = isMoney(sum)
      ? { style: "currency", currency: sum.unit, currencyDisplay: "name", minimumFractionDigits: 0, maximumFractionDigits: 6 }
      : { maximumFractionDigits: 6 };
    try {
      const text = new Intl.NumberFormat(LOCALES[language], exact).format(value);
      return isMoney(sum) ? text : `${text}${HARD}${sum.unit}`;
    } catch {
      return `${value} ${sum.unit}`;
    }
  };
  const amount = write(sum.value);
  return t(`comparators.${sum.comparator}`, { amount: sum.high ? number(sum.value, 12) : amount, high: sum.high ? write(sum.high) : "" }) || amount;
}

/** A date at the precision it was given: a year stays a year. */
function date(text) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text ?? "") ?? [];
  if (!year) return text ?? "";
  const shape = { year: "numeric", timeZone: "UTC", ...(month && { month: "long" }), ...(day && { day: "numeric" }) };
  const when = new Date(Date.UTC(Number(year), month ? month - 1 : 0, day ?? 1));
  return Number.isNaN(when.getTime()) ? text : new Intl.DateTimeFormat(LOCALES[language], shape).format(when);
}

/** Letters only, without case and accents: what a search compares. */
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
