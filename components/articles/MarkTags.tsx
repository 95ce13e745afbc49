import type { JSX } from "preact";
import type { ArticleMark } from "../../core/record/article-marks.ts";
import { useLocale } from "../kit/locale.ts";

const MARK_TEXT = {
  "fact-check": "markFactCheck",
  correction: "markCorrection",
  live: "markLive",
  opinion: "markOpinion",
  agency: "markAgency",
  paywall: "markPaywall",
} as const satisfies Record<ArticleMark, string>;

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

/** The same among the other things that a card's head says. */
export function CardMarks({ marks }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <>
      {marks.map((mark) => (
        <span key={mark} class={`tag tag-mark${mark === "fact-check" ? " tag-check" : ""}`}>
          {text(MARK_TEXT[mark])}
        </span>
      ))}
    </>
  );
}
