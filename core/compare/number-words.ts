/** The numbers up to twenty and the tens in words, folded; without those for one, which are articles as well. */
const NUMBERS: ReadonlyMap<string, number> = numbers(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty|thirty forty fifty sixty seventy eighty ninety hundred
zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig|dreissig vierzig funfzig sechzig siebzig achtzig neunzig hundert
deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt|trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix cent
dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte|treinta cuarenta cincuenta sesenta setenta ochenta noventa cien
dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove vinte|trinta quarenta cinquenta sessenta setenta oitenta noventa cem
due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti|trenta quaranta cinquanta sessanta settanta ottanta novanta cento
اثنان ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره - - - - - - - - - عشرون|ثلاثون اربعون خمسون ستون سبعون ثمانون تسعون ميه
اثنين ثلاث اربع خمس ست سبع ثماني تسع عشر - - - - - - - - - عشرين|ثلاثين اربعين خمسين ستين سبعين ثمانين تسعين مايه
dva tri chetyre pyat shest sem vosem devyat desyat odinnadtsat dvenadtsat trinadtsat chetyrnadtsat pyatnadtsat shestnadtsat semnadtsat vosemnadtsat devyatnadtsat dvadtsat|tridtsat sorok pyatdesyat shestdesyat semdesyat vosemdesyat devyanosto sto
dvuh treh chetyreh pyati shesti semi vosmi devyati desyati odinnadtsati dvenadtsati trinadtsati chetyrnadtsati pyatnadtsati shestnadtsati semnadtsati vosemnadtsati devyatnadtsati dvadtsati|tridtsati soroka pyatidesyati shestidesyati semidesyati vosmidesyati devyanosta sta`,
);

/** Words that are numbers in one of these languages, and something else in another, by the language that they count in. */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  six: ["en", "fr"],
  sei: ["it"],
  sem: ["ru"],
  once: ["es"],
  elf: ["de"],
  acht: ["de"],
  tri: ["ru"],
  due: ["it"],
  sept: ["fr"],
  seize: ["fr"],
  onze: ["fr", "pt"],
  cent: ["fr"],
  sette: ["it"],
  venti: ["it"],
};

/** What a number before such a word is multiplied by, folded; only whole words. */
const SCALES: readonly (readonly [words: RegExp, factor: number])[] = [
  [/^(?:thousand|tausend|mille|mila|mil|tsd|tysyach[aiu]?|الف|الاف|k)$/, 1e3],
  [
    /^(?:m|mn|mln|mio|million(?:s|en|i|a|ov)?|millione|millon(?:es)?|milhao|milhoes|milioni?|مليون|ملايين)$/,
    1e6,
  ],
  [/^(?:bn|mrd|milliard(?:s|en|e|i|a|ov)?|miliard[oi]|bilhao|bilhoes|مليار|مليارات)$/, 1e9],
];
/** Hundreds of millions and tens of thousands in Japanese and Chinese, also where a word for what is counted follows (`万人`). */
const CJK_SCALES: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 億: 1e8, 亿: 1e8 };

/** No number word is longer, UTF-16 code units: a hostile page costs no more time. */
const LONGEST = 30;

/**
 * The value of a number word, `null` for other words. Compounds of tens and units are read where they are one word
 * (`zweiundzwanzig`) or joined by a hyphen (`twenty-two`, `vingt-deux`).
 *
 * @param form folded
 * @param language in which the text is; words that mean something else in it are none
 */
export function numberWord(form: string, language: string | null): number | null {
  if (form.length > LONGEST) return null;
  const word = /\p{sc=Arab}/u.test(form) ? form.replace(/^[وبل](?=.{3})/u, "") : form;
  const languages = ONLY_IN[word];
  if (languages !== undefined && !languages.includes(language ?? "")) return null;
  const whole = NUMBERS.get(word);
  if (whole !== undefined) return whole;
  const [, unit = "", ten = ""] = /^(.+)und(.+zig|dreissig)$/.exec(word) ?? [];
  return sum(NUMBERS.get(ten), unit === "ein" ? 1 : NUMBERS.get(unit)) ?? spanishTwenty(word);
}

/** The value of two number words that are joined by a hyphen; `null` where they are no compound. */
export function joinedNumber(tens: number, units: number): number | null {
  return tens >= 20 && tens % 10 === 0 && tens < 100 && units > 0 && units < 20
    ? tens + units
    : null;
}

/** What a number is multiplied by because of the word after it; `null` for other words. */
export function scaleOf(form: string, language: string | null): number | null {
  // A thousand millions in English, a million millions in other languages, where it is a rare word.
  if (/^billion(?:s|en)?$/.test(form)) return language === "en" ? 1e9 : null;
  return CJK_SCALES[form.charAt(0)] ?? SCALES.find(([words]) => words.test(form))?.[1] ?? null;
}

function spanishTwenty(word: string): number | null {
  const unit = /^veinti(.+)$/.exec(word)?.[1] ?? "";
  return sum(20, unit === "uno" || unit === "un" ? 1 : NUMBERS.get(unit));
}

function sum(tens: number | undefined, units: number | undefined): number | null {
  return tens === undefined || units === undefined || tens > 90 || units > 9 ? null : tens + units;
}

function numbers(lists: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const list of lists.split("\n")) {
    const [small = "", tens = ""] = list.split("|");
    for (const [i, word] of small.split(" ").entries()) if (word !== "-") found.set(word, i + 2);
    for (const [i, word] of tens.split(" ").entries()) found.set(word, 10 * (i + 3));
  }
  return found;
}
