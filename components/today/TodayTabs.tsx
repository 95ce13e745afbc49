import type { JSX } from "preact";
import { useLocale } from "../kit/locale.ts";

/** What the page shows: the stories of today, or what the user keeps. */
export type TodayPart = "stories" | "saved" | "reading";

interface Props {
  readonly part: TodayPart;
  /** How many stories are saved; `null` until that is known. */
  readonly saved: number | null;
  readonly onPart: (part: TodayPart) => void;
}

/** Leads from the stories of today to what the user keeps, and back. */
export function TodayTabs({ part, saved, onPart }: Props): JSX.Element {
  const { text, number } = useLocale();
  const parts = [
    ["stories", text("storiesLabel"), null],
    ["saved", text("savedTab"), saved],
    ["reading", text("readingTab"), null],
  ] as const;
  return (
    <nav class="today-tabs" aria-label={text("todayTitle")}>
      {parts.map(([name, label, count]) => (
        <button
          key={name}
          type="button"
          class="today-tab"
          aria-current={part === name ? "page" : undefined}
          onClick={() => onPart(name)}
        >
          {label}
          {count !== null && count > 0 && <span class="section-count">{number(count)}</span>}
        </button>
      ))}
    </nav>
  );
}
