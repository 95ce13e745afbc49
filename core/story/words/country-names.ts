import { countryOf, countryStems } from "./country-stems.ts";

/**
 * For each script the countries with their folded one-word names, as in `JPjapan,japon FRfrance`. It is read from
 * `public/country-names.json`, which `node scripts/write-country-names.ts` writes.
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
 * Finds the country that a folded word names, in many languages: `Japan`, `japonais`, `японской` all mean `JP`.
 * Headlines about one event in several languages share countries more often than any other word, and the sports
 * pages of different countries often differ in nothing else.
 *
 * Names are looked up by script and not by language, since the stem of a people's name (`japonês`, `deutsch`) is often another
 * language's name of the country. The names of a script are parsed when they are first needed.
 */
export class CountryNames {
  readonly #table: CountryTable;
  readonly #stems = new Map<Script, ReadonlyMap<string, string>>();

  constructor(table: CountryTable) {
    this.#table = table;
  }

  /**
   * The countries that words name, as ISO 3166-1 alpha-2 codes, each once.
   *
   * @param words as `splitWords` returns them
   * @param text from which the words were taken; it shows their script
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
