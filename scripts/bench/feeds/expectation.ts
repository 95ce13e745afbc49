/** A value that a feed is expected to have in several places: `entries[0]['link'] == 'http://a.example/'`. */
export interface Expectation {
  readonly places: readonly Place[];
  /** Text, a number, or the nine numbers of a Python time. */
  readonly value: string | number | readonly number[];
}

export interface Place {
  /** Number of the item; `null` for the feed itself. */
  readonly item: number | null;
  readonly field: string;
}

const PLACE = /^(?:entries\[(\d+)\]|feed)(?:\['(\w+)'\]|\.(\w+))$/;
const STRING = /u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*"/g;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/**
 * Parses what the comment at the top of a test feed expects (a Python expression), as far as it has the form above. Of
 * `A and B` each part counts by itself. Other forms are left out.
 */
export function expectationsIn(text: string): Expectation[] {
  const expression = /^\s*Expect:\s*(.*?)\s*(?:-->|$)/m.exec(text)?.[1] ?? "";
  // Texts may contain the words that separate the parts of an expression.
  const texts: string[] = [];
  const bare = expression.replace(STRING, (text) => `"${texts.push(text) - 1}"`);
  return bare.split(/ and /).flatMap((part) => {
    const terms = part
      .split("==")
      .map((term) => term.trim().replaceAll(/"(\d+)"/g, (_, i) => texts[i] ?? ""));
    const value = literalOf(terms.at(-1) ?? "");
    const places = terms.slice(0, -1).map(placeOf);
    const known = places.filter((place) => place !== null);
    return value === null || known.length === 0 || known.length < places.length
      ? []
      : [{ places: known, value }];
  });
}

function placeOf(term: string): Place | null {
  if (term === "len(entries)") return { item: null, field: "length" };
  const found = PLACE.exec(term);
  if (found === null) return null;
  const [, item, name, attribute] = found;
  return { item: item === undefined ? null : Number(item), field: name ?? attribute ?? "" };
}

function literalOf(term: string): Expectation["value"] | null {
  if (/^\d+$/.test(term)) return Number(term);
  if (/^\([\d\s,]+\)$/.test(term)) return term.slice(1, -1).split(",").map(Number);
  const parts = term.match(STRING);
  if (parts === null || term.replace(STRING, "").replace(/[+\s]/g, "") !== "") return null;
  return parts.map(textOf).join("");
}

function textOf(literal: string): string {
  return literal
    .replace(/^u/, "")
    .slice(1, -1)
    .replace(/\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gi, (_, long, short, character) =>
      character === undefined
        ? String.fromCharCode(Number.parseInt(long ?? short, 16))
        : (ESCAPES.get(character) ?? character),
    );
}
