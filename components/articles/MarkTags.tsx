import type { JSX } from "preact";
import type { ArticleMark } from "../../core/record/article-marks.ts";
import type { ArticleSummary } from "../../core/segment/article-summary.ts";
import { VideoIcon } from "../kit/icons.tsx";
import { useLocale } from "../kit/locale.ts";
import { MARK_TEXT } from "./mark-text.ts";

interface Props {
  readonly marks: readonly ArticleMark[];
}

/** What an article is besides an article or a video, as a list of its own; nothing where nothing is said. */
export function MarkTags({ marks }: Props): JSX.Element | null {
  const { text } = useLocale();
  if (marks.length === 0) return null;
  return (
    <ul class="marks">
      {marks.map((mark) => (
        <li key={mark} class="tag">
          {text(MARK_TEXT[mark])}
        </li>
      ))}
    </ul>
  );
}

interface CardProps {
  readonly article: Pick<ArticleSummary, "type" | "marks" | "language">;
  /** The languages that are said (`saidLanguages`). */
  readonly languages: ReadonlySet<string>;
}

/** The same among the other things that a card's head says, with a video and a language. */
export function CardMarks({ article, languages }: CardProps): JSX.Element {
  const { text, languageName } = useLocale();
  const { type, marks, language } = article;
  return (
    <>
      {type === "video" && (
        <span class="tag">
          <VideoIcon />
          {text("video")}
        </span>
      )}
      {marks.map((mark) => (
        <span key={mark} class={`tag tag-mark${mark === "fact-check" ? " tag-check" : ""}`}>
          {text(MARK_TEXT[mark])}
        </span>
      ))}
      {language !== null && languages.has(language) && (
        <span class="tag tag-mark">{languageName(language)}</span>
      )}
    </>
  );
}
