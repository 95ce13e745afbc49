import { foldText } from "../story/words/fold-text.ts";

/** A script that one language of our lists is written in; Han comes after kana, since Japanese uses both. */
const SCRIPTS: readonly (readonly [script: RegExp, language: string])[] = [
  [/\p{sc=Arab}/u, "ar"],
  [/\p{sc=Cyrl}/u, "ru"],
  [/[\p{sc=Hira}\p{sc=Kana}]/u, "ja"],
  [/\p{sc=Han}/u, "zh"],
];

/** Frequent words that are rare in the other languages of the list, folded. */
const FREQUENT: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    "the of and to is are was were for with at as on a an after by from its his her that has not over into near who",
  ),
  de: words(
    "der die das und ist sind von mit auf fur den dem ein eine einen im am zu nach bei wird werden nicht uber ab bis sich vom beim",
  ),
  fr: words(
    "le les des du et est sont une un au aux dans sur pour par avec ce qui pas selon pres l d son leur ses mais plus a",
  ),
  es: words(
    "el los las del y es son una un por con para tras se su al que segun lo unas unos muy a",
  ),
  pt: words(
    "o os as do da dos das e um uma no na ao em para por com sao pelo apos nao seu sua ate a",
  ),
  it: words("il lo gli della di e un una nel sul per con che dei si non alla dopo a"),
  nl: words("het een van is zijn op met voor niet bij naar uit"),
};

/** Letters that one of the languages has and the others have not; they decide between equals. */
const OWN_LETTERS: Readonly<Record<string, RegExp>> = {
  de: /[äöüß]/iu,
  fr: /[èêœùûî]/iu,
  es: /[ñ¿¡]/iu,
  pt: /[ãõ]/iu,
};
const LETTER = 0.5;

/**
 * A guess at the language of a text, as a primary subtag: by its script, and in Latin letters by the most frequent words.
 * `null` where nothing, or no one language, stands out: then words are not compared.
 */
export function guessLanguage(text: string): string | null {
  const byScript = SCRIPTS.find(([script]) => script.test(text))?.[1];
  if (byScript !== undefined) return byScript;
  const found = foldText(text).match(/\p{L}+/gu) ?? [];
  const [best, second] = Object.entries(FREQUENT)
    .map(([language, own]) => {
      const letter = OWN_LETTERS[language]?.test(text) ? LETTER : 0;
      return { language, hits: letter + found.filter((word) => own.has(word)).length };
    })
    .sort((a, b) => b.hits - a.hits);
  return best !== undefined && best.hits >= 1 && best.hits > (second?.hits ?? 0)
    ? best.language
    : null;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
