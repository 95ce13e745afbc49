import { foldText } from "../story/words/fold-text.ts";

/** A text as it is compared: folded, and the endings of Arabic words that are written in two ways in one. */
export function wordForm(text: string): string {
  return foldText(text).replaceAll("ة", "ه").replaceAll("ى", "ي");
}
