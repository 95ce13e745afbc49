/**
 * News agencies and what marks their texts, as written in datelines and credits. Case counts: `AP` is the
 * agency, `ap` is not.
 */
const AGENCIES: readonly (readonly [agency: string, marks: string])[] = [
  ["AP", "AP|Associated Press"],
  ["Reuters", "Reuters|REUTERS"],
  ["AFP", "AFP|Agence France-Presse|Agence France Presse"],
  ["dpa", "dpa|DPA"],
  ["UPI", "UPI|United Press International"],
  ["Bloomberg", "Bloomberg"],
  ["EFE", "EFE|Efe"],
  ["ANSA", "ANSA"],
  ["Lusa", "Lusa|LUSA|Agência Lusa"],
  ["TASS", "TASS|ТАСС"],
  ["RIA Novosti", "RIA Novosti|РИА Новости"],
  ["Xinhua", "Xinhua|新华社"],
  ["Kyodo", "Kyodo|Kyodo News"],
  ["PTI", "PTI"],
  ["ANI", "ANI"],
  ["SID", "SID"],
  ["APA", "APA"],
  ["STA", "STA"],
  ["Agência Brasil", "Agência Brasil"],
  ["Canadian Press", "The Canadian Press"],
  ["PA", "PA Media|Press Association"],
];

/** `(AP)`, `(AP Photo)` is a picture's; `By The Associated Press`, `Reuters - `, `— AFP`, `/ EFE`. */
const MARKS = AGENCIES.map(([agency, marks]) => ({
  agency,
  pattern: new RegExp(
    String.raw`[(（](?:${marks})[)）]|(?:^|\s)(?:By|by|Von|Por|Par)\s+(?:The\s+)?(?:${marks})(?!\p{L})|^(?:${marks})\s*[-–—:]\s|[-–—/|]\s*(?:${marks})\s*$`,
    "u",
  ),
}));

/** Most texts name no agency at all: one look tells. */
const ANY = new RegExp(AGENCIES.map(([, marks]) => marks).join("|"), "u");

/**
 * The agency that a text says it comes from, or `null`.
 *
 * @example agencyMark("PARIS (Reuters) - Shares rose on Monday") // "Reuters"
 */
export function agencyMark(text: string): string | null {
  if (!ANY.test(text)) return null;
  return MARKS.find(({ pattern }) => pattern.test(text))?.agency ?? null;
}
