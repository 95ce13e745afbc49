import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { Reading } from "../../core/readings/reading.ts";
import { ArticleLink } from "../kit/ArticleLink.tsx";
import { useLocale } from "../kit/locale.ts";

interface Props {
  /** In order of time. */
  readonly readings: readonly Reading[];
  readonly onForget: (url: string) => void;
}

/** How many of the latest are listed at first, and what each "Show more" adds. */
const STEP = 20;

/** What the user has read, the latest first, folded away; each can be forgotten. */
export function ReadingList({ readings, onForget }: Props): JSX.Element {
  const { text } = useLocale();
  const [shown, setShown] = useState(STEP);
  const latest = readings.toReversed().slice(0, shown);
  return (
    <details class="headlines reading-list">
      <summary>{text("readingList")}</summary>
      <ol>
        {latest.map((reading) => (
          <ReadingEntry key={reading.url} reading={reading} onForget={onForget} />
        ))}
      </ol>
      {readings.length > shown && (
        <button type="button" class="button-quiet" onClick={() => setShown(shown + STEP)}>
          {text("showMore")}
        </button>
      )}
    </details>
  );
}

interface EntryProps extends Pick<Props, "onForget"> {
  readonly reading: Reading;
}

function ReadingEntry({ reading, onForget }: EntryProps): JSX.Element {
  const { text, dateTime } = useLocale();
  const id = useId();
  const { url, title, outlet, at } = reading;
  return (
    <li>
      <p class="headline-facts">
        <span class="story-outlet" dir="auto">
          {outlet}
        </span>
        <time dateTime={new Date(at).toISOString()}>{dateTime(at)}</time>
        <button
          type="button"
          class="button-quiet"
          aria-describedby={id}
          onClick={() => onForget(url)}
        >
          {text("readingForget")}
        </button>
      </p>
      <p id={id}>
        <ArticleLink url={url} dir="auto">
          {title || url}
        </ArticleLink>
      </p>
    </li>
  );
}
