/** Languages in whose feeds months are written in the feed's own language, although RFC 822 has only English names. */
const LANGUAGES = "en de fr es it pt nl sv da nb fi pl cs ro tr id".split(" ");
const ENGLISH =
  "january february march april may june july august september october november december".split(
    " ",
  );

let names: ReadonlyMap<string, number | null> | null = null;

/**
 * The month, from 0 to 11, that a name or abbreviation means in the languages above; `null` when it is none, or means
 * different months in different languages.
 */
export function monthOf(name: string): number | null {
  const lower = name.toLowerCase();
  names ??= monthNames();
  const found = names.get(lower);
  if (found !== undefined) return found;
  const cut = lower.length < 3 ? -1 : ENGLISH.findIndex((month) => month.startsWith(lower));
  return cut < 0 ? null : cut;
}

/** Month names as they are written in a date; in some languages a month alone has another form. */
function monthNames(): Map<string, number | null> {
  const found = new Map<string, number | null>();
  for (const language of LANGUAGES)
    for (const month of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(language, { day: "numeric", month, timeZone: "UTC" });
      for (let n = 0; n < 12; n++) {
        const parts = format.formatToParts(Date.UTC(2026, n, 1));
        const name = parts.find(({ type }) => type === "month")?.value.toLowerCase() ?? "";
        const plain = name.replace(/\.$/, "");
        found.set(plain, (found.get(plain) ?? n) === n ? n : null);
      }
    }
  return found;
}
