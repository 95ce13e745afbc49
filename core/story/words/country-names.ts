import { countryOf, countryStems } from "./country-stems.ts";

/**
 * For each script the countries, each its code and its names of one word, folded: `JPjapan,japon FRfrance`.
 * `public/country-names.json`, which `node scripts/country-names.ts` writes.
 */
export interface CountryTable {
  readonly latin: string;
  readonly cyrillic: string;
  readonly arabic: string;
  readonly greek: string;
  readonly hanAndKana: string;
}

type Script = keyof CountryTable;

const SCRIPTS: readonly (readonly [pattern: RegExp, script: Script])[] = [
  [/\p{Script=Cyrillic}/u, "cyrillic"],
  [/\p{Script=Arabic}/u, "arabic"],
  [/\p{Script=Greek}/u, "greek"],
  [/[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}]/u, "hanAndKana"],
];

/**
 * Which country a folded word names, in many languages: `Japan`, `japonais`, `японской` are all `JP`. Headlines
 * about one event share countries across languages more than any other word, and sports pages of one country
 * differ in little else.
 *
 * The names are looked up by script and not by language: the stem of the people (`japonês`, `deutsch`) often is another
 * language's name of the country. A script's names are read once, when it is first met.
 */
export class CountryNames {
  readonly #table: CountryTable;
  readonly #stems = new Map<Script, ReadonlyMap<string, string>>();

  constructor(table: CountryTable) {
    this.#table = table;
  }

  /**
   * Countries that words of `splitWords` name, as ISO 3166 codes, each once.
   *
   * @param text the words come from, which shows their script
   */
  of(words: Iterable<string>, text: string): string[] {
    return [...new Set(this.byWord(words, text).values())];
  }

  /** The country of each word that names one. */
  byWord(words: Iterable<string>, text: string): Map<string, string> {
    const script = SCRIPTS.find(([pattern]) => pattern.test(text))?.[1] ?? "latin";
    const stems = this.#stemsIn(script);
    const found = new Map<string, string>();
    for (const word of words) {
      const country = countryOf(word, stems);
      if (country !== null) found.set(word, country);
    }
    return found;
  }

  #stemsIn(script: Script): ReadonlyMap<string, string> {
    const known = this.#stems.get(script);
    if (known !== undefined) return known;
    const stems = countryStems(this.#table[script]);
    this.#stems.set(script, stems);
    return stems;
  }
}
