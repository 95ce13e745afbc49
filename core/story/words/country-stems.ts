/**
 * The endings that may follow a country's stem in a word for its people or an inflected name (`brasil-eiras`,
 * `sloven-ska`, `japan-ischen`, `yapon-ii`). No other text may follow, or `individual` would mean India.
 */
const ENDING =
  /^(?:[aeiouy]{0,2}(?:n|ns|no|na|nos|nas|ne|nes|nne|nnes|nen)?|[aeo]s|i?an[oaes]{0,2}|esi?|ies|ese|ez[ae]?|es[ae]s?|i?enses?|en[oa]s?|eir[oa]s?|ois(?:es?)?|ais(?:es?)?|ien(?:ne)?s?|en|(?:i?an|i)?er(?:in|innen|n|s)?|(?:i?an|n|es)?isch(?:e|er|en|es|em)?|ish|is|ec|[aei]?c[aie]|ka|[aei]?nsk\w{0,3}|sk\w{0,4}|iy|ie|ii|iya|iyu|iey|yu|am|om|ij[aeio])$/;
/** Common abbreviations. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({ us: "US", usa: "US", eeuu: "US", eua: "US", ssha: "US", uk: "GB", gb: "GB" }),
);
/** A stem of so many letters may have an `s` alone after it: shorter ones make other words (`chins`, `spans`). */
const LONG_STEM = 6;
/** Names and derived words that mean something else in most headlines (`island`, `ira`). */
const AMBIGUOUS = new Set(
  "george georges island islands indie indies ira gana oman saude".split(" "),
);
/** What a country's name loses before an ending: four letters always stay (`cuba-na`), longer names lose a final vowel. */
const SHORT_ENDING = /(?<=^.{4,})[aeiouy]$/;
const LONG_ENDING = /(?:i?ya|ija|ien|i?[aeiouy]{1,2})$/;
const ARABIC_PEOPLE = /(?:ي|يه|ية|يين|يون|يات)$/;
const ARABIC_PREFIX = /^(?:وال|بال|ال|لل|و)/;

/**
 * The country that a folded word names or is derived from, as an ISO 3166-1 alpha-2 code, or `null`.
 *
 * @param stems of the word's script (`countryStems`)
 */
export function countryOf(word: string, stems: ReadonlyMap<string, string>): string | null {
  if (AMBIGUOUS.has(word)) return null;
  const arabic = word.replace(ARABIC_PREFIX, "");
  const whole =
    ABBREVIATIONS.get(word) ??
    stems.get(`${word}$`) ??
    stems.get(`${arabic}$`) ??
    stems.get(`${arabic.replace(ARABIC_PEOPLE, "")}$`);
  if (whole !== undefined) return whole;
  for (let length = word.length - 1; length >= 4; length--) {
    const country = stems.get(word.slice(0, length));
    const ending = word.slice(length);
    if (country !== undefined && (ENDING.test(ending) || (ending === "s" && length >= LONG_STEM)))
      return country;
  }
  return null;
}

/**
 * The country of each name: of the whole name, marked with `$` (`japan$`), also without the Arabic article, and of its stem
 * (`japon`).
 *
 * @param names of one script, as in `CountryTable`
 */
export function countryStems(names: string): ReadonlyMap<string, string> {
  const stems = new Map<string, string>();
  const add = (stem: string, code: string) => stems.has(stem) || stems.set(stem, code);
  for (const entry of names.split(" ")) {
    const code = entry.slice(0, 2);
    for (const word of entry.slice(2).split(",")) {
      add(`${word}$`, code);
      add(`${word.replace(ARABIC_PREFIX, "")}$`, code);
      const stem = countryStem(word);
      if (stem !== null) add(stem, code);
    }
  }
  return stems;
}

/** A country's name without the ending that its people's name lacks; `null` where fewer than four letters are left. */
export function countryStem(name: string): string | null {
  const stem = name.replace(name.length < 7 ? SHORT_ENDING : LONG_ENDING, "");
  return stem.length >= 4 ? stem : null;
}
