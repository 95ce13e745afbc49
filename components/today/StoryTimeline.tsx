import type { JSX } from "preact";
import type { StoryPoint } from "../../core/today/today-story.ts";
import { isolated } from "../kit/isolated.ts";
import { useLocale } from "../kit/locale.ts";

const WIDTH = 400;
const HEIGHT = 20;
const RADIUS = 4.5;
/** Least distance of two points, so that each can be told from the next. */
const APART = 11;
/** Most outlets that the text names. */
const MAX_NAMED = 12;

/** The articles of a story on a line of time, which the text alternative says in words. */
export function StoryTimeline({ points }: { readonly points: readonly StoryPoint[] }): JSX.Element {
  const { text, dateTime, list, direction } = useLocale();
  const from = points[0]?.published ?? 0;
  const to = points.at(-1)?.published ?? from;
  const places = placesOf(
    points.map(({ published }) => (published - from) / Math.max(1, to - from)),
  );
  const named = points
    .slice(0, MAX_NAMED)
    .map(({ outlet, isReprint }) =>
      isReprint ? text("reprintOf", isolated(outlet)) : isolated(outlet),
    );
  return (
    <div class="timeline">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={text("timelineLabel", dateTime(from), dateTime(to), list(named))}
      >
        <g transform={direction === "rtl" ? `matrix(-1 0 0 1 ${WIDTH} 0)` : undefined}>
          <path class="timeline-line" d={`M0 ${HEIGHT / 2}H${WIDTH}`} />
          {points.map((point, i) => (
            <circle
              key={point.url}
              class={classOf(point)}
              cx={places[i]}
              cy={HEIGHT / 2}
              r={RADIUS}
            />
          ))}
        </g>
      </svg>
    </div>
  );
}

function classOf({ isReprint, isTimeStated, isNew }: StoryPoint): string {
  return [
    "timeline-point",
    isReprint && "timeline-reprint",
    !isTimeStated && "timeline-unstated",
    isNew && "timeline-new",
  ]
    .filter(Boolean)
    .join(" ");
}

/**
 * Where points lie, in the units of the picture: by their shares of the time (rising, from 0 to 1), but so far apart that
 * they do not hide each other while there is room.
 */
function placesOf(shares: readonly number[]): number[] {
  const [first, last] = [RADIUS + 1, WIDTH - RADIUS - 1];
  const apart = Math.min(APART, (last - first) / Math.max(1, shares.length - 1));
  const places = shares.map((share) => first + share * (last - first));
  for (let i = 1; i < places.length; i++)
    places[i] = Math.max(places[i] as number, (places[i - 1] as number) + apart);
  for (let i = places.length - 1; i >= 0; i--)
    places[i] = Math.min(places[i] as number, last - (places.length - 1 - i) * apart);
  return places;
}
