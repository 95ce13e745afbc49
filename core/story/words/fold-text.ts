/**
 * Latin equivalents of Cyrillic and Greek letters, close to BGN/PCGN romanization without diacritics, so that a name
 * shares most of its letters with its form in other languages (`Ибрагимович`, `Ibrahimović`).
 */
const LATIN: Readonly<Record<string, string>> = {
  ...letters("абвгдезийклмнопрстуфыэіїјґў", "abvgdeziiklmnoprstufyeiijgu"),
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
  є: "ye",
  љ: "lj",
  њ: "nj",
  ћ: "c",
  ђ: "dj",
  џ: "dz",
  ...letters("αβγδεζηικλμνξοπρστυφωςχ", "avgdeziiklmnxoprstyfosh"),
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
  // Punctuation, so that most texts in Latin letters become ASCII; the Arabic separators of numbers.
  ...letters("’‘ʼ“”„«»–—٫٬", '\'\'\'"""""--.,'),
  ...digits("٠۰०০੦૦௦౦೦൦๐໐၀០"),
};

/** The letters above, combining marks of Latin, Greek and Cyrillic, Arabic vowel signs and tatweel. */
const REPLACED = new RegExp(
  `[${Object.keys(LATIN).join("")}\\u0300-\\u036f\\u064b-\\u065f\\u0640]`,
  "gu",
);

/**
 * A text in the form that is compared: compatibility characters replaced (NFKC), in lower case, Latin, Greek, Cyrillic
 * and Arabic letters without their marks, Greek and Cyrillic in Latin letters, and digits of any script as 0 to 9. Marks that are letters in their own
 * right (Devanagari and Thai vowels, voiced kana) stay.
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

/** Pairs the letters of two strings of equal length. */
function letters(from: string, to: string): Record<string, string> {
  return Object.fromEntries(Array.from(from, (letter, i) => [letter, to.charAt(i)]));
}

/** The digits of scripts, each given by its zero, which the others follow. */
function digits(zeros: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const zero of zeros)
    for (let digit = 0; digit < 10; digit++)
      found[String.fromCodePoint((zero.codePointAt(0) ?? 0) + digit)] = String(digit);
  return found;
}
