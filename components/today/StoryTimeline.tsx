import type { JSX } from "preact";
import type { StoryPoint } from "../../core/today/today-story.ts";
import { type Dot, DotLine } from "../kit/DotLine.tsx";
import { isolated } from "../kit/isolated.ts";
import { useLocale } from "../kit/locale.ts";

/** Most outlets that the text names. */
const MAX_NAMED = 12;

/** The articles of a story on a line of time, which the text alternative says in words. */
export function StoryTimeline({ points }: { readonly points: readonly StoryPoint[] }): JSX.Element {
  const { text, dateTime, list } = useLocale();
  const from = points[0]?.published ?? 0;
  const to = points.at(-1)?.published ?? from;
  const name = ({ outlet, isReprint }: StoryPoint) =>
    isReprint ? text("reprintOf", isolated(outlet)) : isolated(outlet);
  const dots = points.map(
    (point): Dot => ({
      id: point.url,
      share: (point.published - from) / Math.max(1, to - from),
      label: `${name(point)} · ${dateTime(point.published)}`,
      look: point.isReprint ? "hollow" : point.isTimeStated ? "filled" : "dashed",
      isNew: point.isNew,
    }),
  );
  const named = points.slice(0, MAX_NAMED).map(name);
  return (
    <div class="timeline">
      <DotLine
        dots={dots}
        label={text("timelineLabel", dateTime(from), dateTime(to), list(named))}
      />
    </div>
  );
}
