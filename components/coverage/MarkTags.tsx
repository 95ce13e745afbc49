import type { JSX } from "preact";
import type { PageMark } from "../../core/page/page-marks.ts";
import { useLocale } from "../kit/locale.ts";

const MARK_TEXT = {
  "fact-check": "markFactCheck",
  correction: "markCorrection",
  live: "markLive",
  opinion: "markOpinion",
  agency: "markAgency",
  paywall: "markPaywall",
} as const satisfies Record<PageMark, string>;

/** What a page says of its article's kind; nothing where it says nothing. */
export function MarkTags({ marks }: { readonly marks: readonly PageMark[] }): JSX.Element | null {
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
