import type { EarlierVersion } from "../record/earlier-version.ts";
import { isQuietChange } from "./quiet-change.ts";

/** An article with what it said before. */
export interface VersionedArticle {
  readonly title: string;
  /** Empty where there is none. */
  readonly excerpt: string;
  /** The earliest first. */
  readonly history: readonly EarlierVersion[];
}

/** How a text changed: not at all, only in figures, times, tags or punctuation, or in its words. */
export type TextChangeKind = "none" | "quiet" | "words";

/** One text of an article before and after a change. */
export interface ChangedText {
  readonly before: string;
  readonly after: string;
  readonly kind: TextChangeKind;
}

/** A change of an article. */
export interface VersionChange {
  /** When it was first seen, ms since 1970. */
  readonly at: number;
  readonly title: ChangedText;
  readonly excerpt: ChangedText;
}

/** The changes of an article, the latest first. */
export function versionChanges({ title, excerpt, history }: VersionedArticle): VersionChange[] {
  return history
    .map((before, i): VersionChange => {
      const after = history[i + 1] ?? { title, excerpt };
      return {
        at: before.replaced,
        title: changedText(before.title, after.title),
        excerpt: changedText(before.excerpt, after.excerpt),
      };
    })
    .reverse();
}

/** How often the words of an article's headline changed. */
export function headlineChanges(article: VersionedArticle): number {
  return versionChanges(article).filter(({ title }) => title.kind === "words").length;
}

/** A text that comes or goes has not changed. */
function changedText(before: string, after: string): ChangedText {
  const isSame = before === after || before === "" || after === "";
  const kind = isSame ? "none" : isQuietChange(before, after) ? "quiet" : "words";
  return { before, after, kind };
}
