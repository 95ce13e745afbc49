/** What separates a headline from the name of the outlet; `ㅣ` is a Korean vowel that stands for a bar. */
const SEPARATOR =
  /\s+[-–—|·•:»«/ㅣ]+\s+|\s*(?:[|»｜：]|--+|_)\s*|(?<=\p{sc=Han})-|-(?=\p{sc=Han})|ㅣ(?=\S+$)/u;

/** The longest name of an outlet, in parts between separators, and the most parts that may stand behind it. */
const MOST_PARTS = 4;
const MOST_BEHIND = 2;

/** What stands behind the outlet's name: its author, or a day in figures. */
const BYLINE_OR_DAY =
  /^(?:(?:by|von|par|por|di|da|door|av|af)\s+\p{Lu}|\d{1,4}([-./])\d{1,2}\1\d{1,4}$)/u;

/** What an outlet's name is followed by when it names its section or edition. */
const SECTION =
  /^(?:news|politics|sports?|business|world|opinion|entertainment|health|science|tech(?:nology)?|travel|style|culture|arts|money|local|weather|video|tv|radio|online|digital|live|english|international|uk|us|usa|europe|asia|africa|australia|india|canada|nachrichten|politik|wirtschaft|kultur|panorama|noticias|deportes|actualit[ée]s?|info|économie)$/i;
/** The same in Chinese, Japanese and Korean, written without a space. */
const EAST_ASIAN_SECTIONS: ReadonlySet<string> = new Set(
  "デジタル オンライン 電子版 ニュース 新聞 新闻 新闻网 网 網 中文网 在线 뉴스 신문 닷컴 온라인"
    .split(" ")
    .map(folded),
);

/**
 * A headline without the outlet's name at its end or start, where sites put it for search engines, with its section, author
 * or day. A search with the name in it would find articles about the outlet.
 *
 * @param names how the outlet may be called, hosts included (`www.vg247.com` matches VG247)
 * @example withoutSiteName("Bridge closed - The Gazette", ["Gazette", "www.thegazette.example"]) // "Bridge closed"
 */
export function withoutSiteName(headline: string, names: readonly string[]): string {
  const known = new Set(names.flatMap(namesIn).filter((name) => name !== ""));
  // Texts and separators alternate.
  let parts = headline.split(new RegExp(`(${SEPARATOR.source})`, "u"));
  for (let start = startOfName(parts, known); start > 0; start = startOfName(parts, known))
    parts = parts.slice(0, start - 1);
  while (parts.length > 2 && isName(parts[0] ?? "", known)) parts.splice(0, 2);
  return parts.join("");
}

/** The index of the text with which the outlet's name at the end begins; 0 where there is none, or nothing else. */
function startOfName(parts: readonly string[], known: ReadonlySet<string>): number {
  for (let behind = 0; behind <= MOST_BEHIND; behind++) {
    const end = parts.length - 2 * behind;
    // A longer name comes first: it may have a separator in it.
    for (let count = MOST_PARTS; count > 0; count--) {
      const start = end - 2 * count + 1;
      if (start > 0 && isName(parts.slice(start, end).join(""), known)) return start;
    }
    if (!BYLINE_OR_DAY.test(parts[end - 1] ?? "")) break;
  }
  return 0;
}

/** Whether a text is the outlet's name, alone or with its section behind it. */
function isName(text: string, known: ReadonlySet<string>): boolean {
  if (known.has(folded(text))) return true;
  const [, name = "", section = ""] = /^(.*\S)\s+(\S+)$/.exec(text) ?? [];
  if (SECTION.test(section)) return known.has(folded(name));
  return known.values().some((one) => {
    const whole = folded(text);
    return whole.startsWith(one) && EAST_ASIAN_SECTIONS.has(whole.slice(one.length));
  });
}

/** The folded forms of a name and of its first part; of a host its labels joined, each time with one fewer at the end. */
function namesIn(name: string): string[] {
  const labels = name
    .toLowerCase()
    .replace(/^www\./, "")
    .split(".");
  const [first = ""] = name.split(SEPARATOR);
  return [
    ...labels.map((_, i) => folded(labels.slice(0, labels.length - i).join(""))),
    folded(first),
  ];
}

/** Letters and digits only, in lower case and without diacritics, without a leading "the". */
function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/^\s*the(?=\W)/, "")
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .normalize("NFC");
}
