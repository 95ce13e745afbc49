/** Scripts (Unicode) and the language that is mostly written in each. */
const SCRIPTS: ReadonlyMap<string, string> = new Map([
  ["Arab", "ar"],
  ["Armn", "hy"],
  ["Beng", "bn"],
  ["Cyrl", "ru"],
  ["Deva", "hi"],
  ["Ethi", "am"],
  ["Geor", "ka"],
  ["Grek", "el"],
  ["Gujr", "gu"],
  ["Guru", "pa"],
  ["Hang", "ko"],
  ["Hani", "zh"],
  ["Hebr", "he"],
  ["Khmr", "km"],
  ["Knda", "kn"],
  ["Laoo", "lo"],
  ["Mlym", "ml"],
  ["Mymr", "my"],
  ["Orya", "or"],
  ["Sinh", "si"],
  ["Taml", "ta"],
  ["Telu", "te"],
  ["Thai", "th"],
]);

/** Letters by which a language is told from the one that is mostly written in the same script. */
const OTHER_LANGUAGES: readonly (readonly [language: string, letters: RegExp])[] = [
  ["ur", /[ٹڈڑںے]/],
  ["fa", /[پچژگ]/],
  ["uk", /[іїєґ]/i],
  ["ja", /[\p{sc=Hira}\p{sc=Kana}]/u],
];

/** Languages that are written in Latin letters by some and in other scripts by others. */
const SEVERAL_SCRIPTS = /^(?:az|bs|cnr|ha|hr|ku|mo|ms|ro|sh|sr|tk|tt|uz)$/;

/**
 * The language that a page states or, where most letters of its text are of a script in which that language is not written,
 * the one that is mostly written in it: many sites leave the English that their template came with.
 *
 * @param stated primary language subtag; `null` where none is known
 */
export function languageOfText(text: string, stated: string | null): string | null {
  if (stated === null || SEVERAL_SCRIPTS.test(stated)) return stated;
  // Only of languages in Latin letters: those that share another script, and Japanese, are not told apart.
  if (new Intl.Locale(stated).maximize().script !== "Latn") return stated;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const isMost = (pattern: string) =>
    2 * (text.match(new RegExp(pattern, "gu"))?.length ?? 0) > letters;
  const other = OTHER_LANGUAGES.find(([, some]) => some.test(text))?.[0];
  if (other === "ja" && isMost("[\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hani}]")) return other;
  for (const [script, language] of SCRIPTS)
    if (isMost(`\\p{sc=${script}}`)) {
      const isShared = language === "ar" || (language === "ru" && other === "uk");
      return isShared && other !== undefined && other !== "ja" ? other : language;
    }
  return stated;
}
