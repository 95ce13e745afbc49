import { cleanDataSetName } from "../data-set/data-set-name.ts";
import { MAX_NAME_LENGTH } from "../record/article-record.ts";

/** An outlet's name as one line, without directional formatting characters and cut to `MAX_NAME_LENGTH`. */
export function outletName(text: string): string {
  return cleanDataSetName(text.toWellFormed())
    .slice(0, MAX_NAME_LENGTH)
    .replace(/[\ud800-\udbff]$/, "")
    .trim();
}
