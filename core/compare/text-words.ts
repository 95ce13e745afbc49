import { FUNCTION_WORDS } from "../story/words/function-words.ts";
import { isPair } from "../story/words/split-words.ts";
import type { TextRange } from "../story/words/whole-words.ts";
import { meaningOf } from "./event-words.ts";
import { wordForm } from "./word-form.ts";

/** A word of a text. Positions are in UTF-16 code units. */
export interface TextWord extends TextRange {
  /** As written, without an elided article (`l’usine`) or a possessive (`Rossi’s`). */
  readonly text: string;
  /** As it is compared: folded. */
  readonly form: string;
  /** What it means of the things that news tell most often (`meaningOf`). */
  readonly meaning: string | null;
  /** What stands between it and the word before, or the start of the text. */
  readonly before: string;
}

/** An article or pronoun that is written together with the next word in French and Italian. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|nell|all|sull|un)['’](?=\p{L})/iu;
const POSSESSIVE = /['’]s$/i;

let segmenter: Intl.Segmenter | undefined;

/**
 * The words of a text in order, by the Unicode rules for word boundaries (UAX #29), with which the browser brings
 * dictionaries for scripts that write no spaces.
 */
export function textWords(text: string): TextWord[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
  const words: TextWord[] = [];
  let last = 0;
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike !== true) continue;
    const elided = ELIDED.exec(segment)?.[0].length ?? 0;
    const written = segment.slice(elided).replace(POSSESSIVE, "");
    const start = index + elided;
    const before = text.slice(last, start);
    const form = wordForm(written);
    words.push({
      text: written,
      form,
      meaning: meaningOf(form),
      start,
      end: start + written.length,
      before,
    });
    last = index + segment.length;
  }
  return words;
}

/**
 * Verbs and adverbs that headlines put in each other's place, folded: of reporting, beginning, moving, changing. They say
 * little of what one headline alone tells.
 */
const QUIET = new Set(
  `say says said saying tells told amid live update latest news get gets got make makes made take takes took set due see sees go goes
  went come comes came leave leaves left enter enters reach reaches hit hits shake shakes fall falls fell plunge plunges rise rises start
  starts begin begins end ends stop stops keep keeps put puts give gives bring brings face faces become becomes turn turns step steps
  down away again back home now still set sets move moves run runs return returns win wins lose loses number first main top big new
  vote votes pass passes plan plans call calls announce announces happen happens near off as
  sagt laut erklart meldet kommt geht bleibt steht fallt steigt sinkt tritt bringt gebracht macht gibt nimmt startet beginnt endet wird
  wurde ganz beschliesst gewinnt verliert bekommt erhalt zeigt schon wieder neu neuer neues neuen zahl
  dit selon affirme annonce va vont vient arrive reste tombe monte baisse prend donne met fait commence debute termine finit devient
  gagne perd nouveau nouvelle nombre pres large nouveaux
  dice segun anuncia va viene llega queda deja sube baja cae toma da hace pone inicia empieza comienza termina acaba vuelve gana pierde
  lleva numero nuevo nueva nuevos
  diz segundo afirma vai vem chega fica deixa sobe desce cai toma faz comeca termina volta ganha perde leva entra entram novo
  dice secondo va viene arriva resta lascia sale scende cade prende fa inizia finisce torna vince perde porta numero nuovo nuova
  قال قالت بحسب اعلن اعلنت يقول يضرب تضرب يودي تشهد يشهد يبدا تبدا ينتهي يعود تعود يصل يتوج عدد جديد جديده
  zayavil soobschil stal stala stali nachal nachalsya zakonchil vyros ostalsya novyi novaya novye chislo`.split(
    /\s+/,
  ),
);

/** Whether a word says something by itself: no article, preposition or verb of reporting. */
export function isContentWord({ form, text }: Pick<TextWord, "form" | "text">): boolean {
  // The Arabic "and" is written together with the next word.
  const bare = form.replace(/^و(?=.{3})/u, "");
  if (FUNCTION_WORDS.has(bare) || QUIET.has(bare)) return false;
  if (/\d/.test(form)) return true;
  if (isPair(text)) return text.length > 1 && !/^\p{sc=Hira}+$/u.test(text);
  return form.length > 2 || /^\p{Lu}{2}$/u.test(text);
}
