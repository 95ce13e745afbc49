import { countryOf, countryStems } from "./country-stems.ts";

/**
 * Languages in which words are looked for, by their script. Latin needs several whatever the page's own: the
 * stem of the people (`japonês`, `deutsch`) often is another language's name of the country.
 */
const LATIN = ["en", "es", "fr", "pt", "de"];
const OTHER_SCRIPTS: readonly (readonly [script: RegExp, languages: readonly string[]])[] = [
  [/\p{Script=Cyrillic}/u, ["ru"]],
  [/\p{Script=Arabic}/u, ["ar"]],
  [/\p{Script=Greek}/u, ["el"]],
  [/[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}]/u, ["zh", "ja"]],
  [/\p{Script=Hangul}/u, ["ko"]],
];

/**
 * Which country a folded word names, in any language: `Japan`, `japonais`, `японской` are all `JP`. Headlines
 * about one event share countries across languages more than any other word, and sports pages of one country
 * differ in little else.
 *
 * The names are the browser's own (Unicode CLDR, through `Intl.DisplayNames`), so they cost no bytes. A
 * language is read once, in some 0.7 ms.
 */
export class CountryNames {
  readonly #stems = new Map<string, ReadonlyMap<string, string>>();
  readonly #known = new Map<string, string | null>();

  /**
   * Countries that words of `splitWords` name, as ISO 3166 codes, each once.
   *
   * @param text the words come from, which shows their script
   * @param language of the text (BCP 47 or ISO 639-2/3), or `null`
   */
  of(words: readonly string[], language: string | null, text: string): string[] {
    const own = canonical(language);
    const usual = OTHER_SCRIPTS.find(([script]) => script.test(text))?.[1] ?? LATIN;
    const languages = own === null || usual.includes(own) ? usual : [own, ...usual];
    const found = new Set<string>();
    for (const word of words)
      for (const each of languages) {
        const country = this.#country(word, each);
        if (country === null) continue;
        found.add(country);
        break;
      }
    return [...found];
  }

  #country(word: string, language: string): string | null {
    const key = `${language} ${word}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const country = countryOf(word, this.#stemsIn(language));
    this.#known.set(key, country);
    return country;
  }

  #stemsIn(language: string): ReadonlyMap<string, string> {
    const known = this.#stems.get(language);
    if (known !== undefined) return known;
    const stems = countryStems(language);
    this.#stems.set(language, stems);
    return stems;
  }
}

/** `eng` and `en-GB` are `en`; what is no language tag is `null`. */
function canonical(language: string | null): string | null {
  try {
    const [tag] = language ? Intl.getCanonicalLocales(language) : [];
    return tag?.split("-")[0] ?? null;
  } catch {
    return null;
  }
}
