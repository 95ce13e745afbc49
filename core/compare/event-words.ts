import { wordForm } from "./word-form.ts";

/**
 * Words for what news count or tell most often, by what they mean: beginnings of folded words in English, German, French,
 * Spanish, Portuguese, Italian, Arabic and (in Latin letters) Russian; after `$` whole words; Japanese and Chinese ones anywhere
 * in a word. Words with one meaning are forms of one thing for a comparison: `killed` and `dead` are no difference.
 */
const MEANINGS: Readonly<Record<string, string>> = {
  dead: "dead death kill fatal deadly $toll $died $dies todes $tot $tote $toten $toter getotet gestorben $starb $starben $sterben $stirbt $mort $morts $morte $mortes $morti $morto $morta $mortos $mortas $tue $tues $tuee $tuees deces muert $muere $mueren $murio $murieron fallec morre vittime pogib umer zhertv قتل مقتل قتيل وفاه وفاة مصرع ضحايا بحياه بحياة 死亡 死者 遇难 死",
  hurt: "hurt injur wound verletz bless herid ferid ferit postrad اصيب اصاب جرح جريح 负傷 けが 受伤 負傷 受傷",
  missing: "missing vermiss dispar desapar dispers propav مفقود فقد 不明 失踪",
  rescued: "rescu saved gerettet rettung sauv secour rescat resgat salvat انقذ انقاذ 救助 获救",
  arrested:
    "arrest detain custody festgenommen festnahme verhaft interpell deteni detuv preso $presos zaderzh توقيف اعتقال اعتقل 逮捕 拘留",
  evacuated: "evacu evaku إجلاء اجلا 避難 疏散",
  aboard:
    "aboard $onboard passagier passenger passager pasajer passageir passegger пассажир passazhir insass ركاب 乗客 乘客",
  homes: "home household haushalt foyer hogar viviend domicili منزل منازل 世帯",
  houses: "house wohnhaus $haus $hauser maison $casa $casas بيت بيوت 住宅",
  fire: "fire blaze flame inferno brand feuer flamm incend $feu $fuego fuego fogo pozhar حريق حرائق 火災 火灾 起火",
  flood: "flood hochwasser flut uberschwemm inond inund enchente navod navodn فيضان سيول 洪水",
  quake: "quake earthquake tremor erdbeben $beben seisme terremot sismo زلزال هزه هزة 地震",
  storm: "storm gale hurricane sturm unwetter orkan tempete torment tempest عاصفه عاصفة 台風",
  sinking:
    "sink sank sunk shipwreck untergang gesunken untergegangen naufrag coule hundi affond zatonul غرق 沈没",
  blast: "blast explo detonat vzryv انفجار 爆発 爆炸",
  crash:
    "crash collid collision unfall zusammensto accident choque choc acident scontro حادث تصادم 衝突 事故",
  strike: "strike streik greve huelga paro sciopero zabastov اضراب إضراب スト 罢工",
  police: "police polizei polic politsi شرطه شرطة 警察 警方",
  vote: "vote votes voting wahl stimm abstimm scrutin voix $voto votos votaron إقتراع اصوات صوت",
  election: "election elect wahl scrutin eleccion eleicao elezion elect انتخاب 選挙 选举",
  resign: "resign quit stepping stepped rucktritt demission dimission renunci استقال 辞任 辞职",
  approve: "approv pass adopt green beschlo billig verabschied adopt vote aprob aprov 可決 通过",
  cup: "cup trophy pokal coupe copa coppa $cup كاس كأس",
  win: "wins won beat beats victory champion gewinn sieg schlag gagne remport victoire gana gano ganaron campeon vence بطل فوز يهزم يتوج",
  buy: "buy takeover acqui swallow merge kauf ubernahm rachat rachet compra",
  rise: "rise rises rising raise raises surge climb jump soar erhoh steig teurer hausse augment subida sube alza aumento ارتفاع",
  found:
    "found discover discovery unearth entdeck gefunden fund decouv hallan encuentr descubr اكتشاف عثر يعثر",
  close: "shut clos schlie geschloss ferm cierr cerrad اغلاق إغلاق",
  open: "open reopen eroff $offnet ouvr inaug abre reabr reapertur افتتاح",
  back: "return comes restor reclaim zuruck ruckkehr retour vuelve regres recuper عوده عودة استئناف",
  cut: "cut sever broke broken damag",
  stolen: "stolen theft steal robb raub gestohl dieb diebstahl einbruch vole roba robo",
};

/** Words for people in general: what is counted is said elsewhere. */
const PEOPLE =
  /^(?:people|persons?|men|women|man|woman|residents|mensch|person|leute|manner|frauen|gens|hommes|femmes|personas?|hombres|mujeres|pessoas?|homens|mulheres|persone|uomini|donne|chelovek|lyud|others|others|شخص|اشخاص|人$)/;

interface Pattern {
  readonly meaning: string;
  readonly beginnings: readonly string[];
  readonly whole: ReadonlySet<string>;
  readonly anywhere: readonly string[];
}

const PATTERNS: readonly Pattern[] = Object.entries(MEANINGS).map(([meaning, list]) => {
  const words = wordForm(list).split(" ");
  return {
    meaning,
    beginnings: words.filter((word) => !word.startsWith("$") && !isCjk(word)),
    whole: new Set(words.filter((word) => word.startsWith("$")).map((word) => word.slice(1))),
    anywhere: words.filter(isCjk),
  };
});

/** What a word means of the things that news tell most often; `null` for all other words. */
export function meaningOf(form: string): string | null {
  const word = withoutArabicArticle(form);
  const found = PATTERNS.find(
    ({ beginnings, whole, anywhere }) =>
      whole.has(word) ||
      beginnings.some((beginning) => word.startsWith(beginning)) ||
      anywhere.some((part) => word.includes(part)),
  );
  // The Arabic "and" is written together with the next word.
  if (found === undefined && /^و.{3}/u.test(word)) return meaningOf(word.slice(1));
  return found?.meaning ?? null;
}

/** Whether a word means people in general. */
export function meansPeople(form: string): boolean {
  return PEOPLE.test(withoutArabicArticle(form));
}

/** An Arabic word without conjunctions, prepositions and the article that are written together with it. */
export function withoutArabicArticle(form: string): string {
  return form.replace(/^[وف]?(?:[بك]?ال|لل)(?=\p{sc=Arab}{3})/u, "");
}

function isCjk(word: string): boolean {
  return /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(word);
}
