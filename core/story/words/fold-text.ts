/**
 * Cyrillic and Greek letters in Latin ones, close to BGN/PCGN without its diacritics, so that a name
 * shares most of its letters with its form in other languages (`Ибрагимович`, `Ibrahimović`).
 */
const LATIN: Readonly<Record<string, string>> = {
  ...letters("абвгдезийклмнопрстуфыэіїјґў", "abvgdeziiklmnoprstufyeiijgu"),
  ...{
    ё: "e",
    ж: "zh",
    х: "h",
    ц: "ts",
    ч: "ch",
    ш: "sh",
    щ: "sch",
    ъ: "",
    ь: "",
    ю: "yu",
    я: "ya",
  },
  ...{ є: "ye", љ: "lj", њ: "nj", ћ: "c", ђ: "dj", џ: "dz" },
  ...letters("αβγδεζηικλμνξοπρστυφωςχ", "avgdeziiklmnxoprstyfosh"),
  ...{
    θ: "th",
    ψ: "ps",
    ß: "ss",
    æ: "ae",
    œ: "oe",
    ø: "o",
    ł: "l",
    đ: "d",
    ð: "d",
    þ: "th",
    ı: "i",
  },
  // Signs, so that most texts in Latin letters end as ASCII.
  ...letters("’‘ʼ“”„«»–—", '\'\'\'"""""--'),
};

/** Letters above, marks of Latin, Greek and Cyrillic, Arabic vowel signs and its tatweel. */
const REPLACED = new RegExp(
  `[${Object.keys(LATIN).join("")}\\u0300-\\u036f\\u064b-\\u065f\\u0640]`,
  "gu",
);

/**
 * A text as the index compares it: compatibility forms undone (NFKC), lower case, without the marks on
 * Latin, Greek, Cyrillic and Arabic letters, the first three in Latin letters. Marks that are
 * vowels of their own (Devanagari, Thai, voiced kana) stay.
 *
 * @example foldText("Tóquio, Токио") // "toquio, tokio"
 */
export function foldText(text: string): string {
  const plain = text.normalize("NFKC").toLowerCase();
  if (/^[\0-\x7f]*$/.test(plain)) return plain;
  return plain
    .normalize("NFD")
    .replace(REPLACED, (letter) => LATIN[letter] ?? "")
    .normalize("NFC");
}

function letters(from: string, to: string): Record<string, string> {
  return Object.fromEntries(Array.from(from, (letter, i) => [letter, to.charAt(i)]));
}
