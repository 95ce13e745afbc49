import type { JSX } from "preact";
import type { QualityThirds, Quantiles } from "../../core/segment/format.ts";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly quality: Quantiles;
  /** Where the thirds of the data set end, if it has them. */
  readonly thirds: QualityThirds | null;
}

const WIDTH = 400;
const HEIGHT = 36;
/** Room at both ends for the strokes. */
const EDGE = 4;

/**
 * How an outlet's qualities are spread, as a box plot (Tukey 1977): a line from the lowest to the highest, a box over the middle
 * half, the median across it, and the limits of the data set's thirds as dashed lines.
 */
export function QualitySpread({ quality, thirds }: Props): JSX.Element {
  const { text, number } = useLocale();
  const { min, lowerQuartile, median, upperQuartile, max } = quality;
  const limits = thirds === null ? [] : [thirds.lower, thirds.middle];
  const from = Math.min(min, ...limits);
  const to = Math.max(max, ...limits);
  const x = (value: number) =>
    EDGE + ((value - from) / Math.max(to - from, Number.MIN_VALUE)) * (WIDTH - 2 * EDGE);
  const [low, high] = [x(lowerQuartile), x(upperQuartile)];
  return (
    <svg
      class="spread"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={text(
        "profileSpread",
        number(median),
        number(lowerQuartile),
        number(upperQuartile),
        number(min),
        number(max),
      )}
    >
      {limits.map((limit) => (
        <line key={limit} class="spread-third" x1={x(limit)} x2={x(limit)} y1={1} y2={HEIGHT - 1} />
      ))}
      <line class="spread-range" x1={x(min)} x2={x(max)} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      {[min, max].map((end) => (
        <line key={end} class="spread-range" x1={x(end)} x2={x(end)} y1={12} y2={HEIGHT - 12} />
      ))}
      <rect
        class="spread-box"
        x={low}
        y={8}
        width={Math.max(high - low, 2)}
        height={HEIGHT - 16}
        rx={3}
      />
      <line class="spread-median" x1={x(median)} x2={x(median)} y1={5} y2={HEIGHT - 5} />
    </svg>
  );
}
