import { AGENCIES } from "./agencies.ts";

const MARK = `(${AGENCIES.flat().join("|")})`;
/** With a regional service or a second agency: `dpa/lnw`, `dpa-AFX`, `AFP/Reuters`. */
const CREDIT = String.raw`${MARK}(?:[/-][\p{L}/-]{2,12})?`;
/** The start of the text or of a sentence. */
const START = String.raw`(?:^|[.!?…。][”"»]?\s+)`;

/** The places where a text names its agency: dateline, byline and end. In the middle of a sentence an agency is only mentioned. */
const FORMS = [
  // PARIS, May 3 (Reuters) -, МОСКВА (ТАСС), パリ（ロイター）, (AFP)
  String.raw`^(?:[^(（]{1,60}(?=[^)）]+[)）]\s*\.?[-–—:])|[\p{Lu}\p{N}\s,.'-]{3,60}|[^\s(（]{1,20}(?=（))?[(（]${CREDIT}[)）]`,
  // 【ワシントン共同】, [東京 3日 ロイター], 新华社北京5月3日电
  String.raw`^[[【［][^\]】］]{0,20}?${MARK}[\]】］]`,
  String.raw`^${MARK}\S{2,20}[电電]`,
  // Berlin/dpa., МОСКВА, 3 мая. /ТАСС/., МОСКВА, 3 мая — РИА Новости., AFP - Le pont
  String.raw`^\p{Lu}.{1,40}(?:/|\s[–—-]\s)${MARK}[./]`,
  String.raw`^${MARK}\s*[-–—]\s`,
  // By The Associated Press; Por EFE
  String.raw`${START}(?:[Bb]y|[Vv]on|[Pp]or|[Pp]ar)\s+(?:[Tt]he\s+)?${MARK}(?!\p{L}|['’]|\s+\p{Ll})`,
  // … geschlossen. (dpa), … le pont — AFP, … el puente / EFE
  String.raw`[.!?…。”"»]\s*[(（]${CREDIT}[)）]\s*$`,
  String.raw`[-–—/|]\s*${MARK}\s*$`,
].map((form) => new RegExp(form, "u"));

/** A quick first check, since most texts name no agency. */
const ANY = new RegExp(MARK, "u");

/**
 * The agency that a text says it comes from, by the agency's first name in `AGENCIES`, or `null`.
 *
 * @example agencyMark("PARIS (Reuters) - Shares rose on Monday") // "Reuters"
 */
export function agencyMark(text: string): string | null {
  if (!ANY.test(text)) return null;
  for (const form of FORMS) {
    const mark = form.exec(text)?.[1];
    if (mark !== undefined) return AGENCIES.find((marks) => marks.includes(mark))?.[0] ?? null;
  }
  return null;
}
