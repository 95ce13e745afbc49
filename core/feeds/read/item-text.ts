import type { FeedText } from "./feed.ts";
import { plainText } from "./plain-text.ts";

/** The links with which blog software and newsrooms end an excerpt, in the languages of many outlets. */
const MORE =
  /(?<=^|[\s.…\])>”"])[[(]?(?:continue reading|keep reading|read (?:more|on|full (?:story|article)|the (?:full|whole|rest of the) (?:story|article))|more\.{3}|weiterlesen|mehr lesen|lire (?:la suite|plus)|leer más|seguir leyendo|sigue leyendo|leggi (?:tutto|di più)|continua a leggere|leia mais|continue (?:lendo|a ler)|lees (?:meer|verder)|läs mer|les mer|læs mere|lue lisää|czytaj (?:więcej|dalej)|číst (?:dál|více)|citește mai mult|читать (?:далее|дальше|полностью)|подробнее|читати далі|devamını oku|続きを読む|もっと読む|阅读(?:全文|更多)|閱讀(?:全文|更多)|계속 읽기|더 보기|اقرأ المزيد|ادامه مطلب|baca (?:selengkapnya|juga)|xem thêm|और पढ़ें)(?:[:\s]+[^.!?]{1,200}(?=\s*[→»›]))?[\s.…:→»›>\])]*$/iu;
const FOOTER = /\s*The post .{1,400} (?:first appeared|appeared first) on .{1,200}$/;
/** Longest title that is made of a text, in UTF-16 code units. */
const MAX_TITLE = 120;

/** The first text that is not empty as a plain line; empty when there is none. */
export function firstText(texts: readonly FeedText[], maxLength: number): string {
  for (const text of texts) {
    const found = plainText(text, maxLength);
    if (found !== "") return found;
  }
  return "";
}

/** The first text without the links to the rest of the article at its end. */
export function firstExcerpt(texts: readonly FeedText[], maxLength: number): string {
  for (const text of texts) {
    const found = withoutMore(plainText(text, maxLength));
    if (found !== "") return found;
  }
  return "";
}

function withoutMore(text: string): string {
  const body = text.replace(FOOTER, "");
  const found = MORE.exec(body);
  if (found === null) return body;
  const before = body.slice(0, found.index).trimEnd();
  // “… and want to read more” ends a sentence; a link begins with a capital letter or stands behind three dots.
  const isSentence = /^\p{Ll}/u.test(found[0]) && before !== "" && !/[.…!?\])»”"]$/.test(before);
  return isSentence ? body : before;
}

/** A title from the beginning of an excerpt: its first sentence, or as many words as a title has. */
export function titleOf(excerpt: string): string {
  const [sentence] = /^.{20,119}?[.!?。！？](?=\s|$)/u.exec(excerpt) ?? [];
  if (sentence !== undefined) return sentence;
  if (excerpt.length <= MAX_TITLE) return excerpt;
  const cut = excerpt.slice(0, MAX_TITLE);
  const end = cut.lastIndexOf(" ");
  return `${(end > MAX_TITLE / 2 ? cut.slice(0, end) : cut).replace(/[\ud800-\udbff]$/, "")}…`;
}
