import type { ComponentChildren, JSX } from "preact";
import { useLocale } from "./locale.ts";
import { useRovingFocus } from "./use-roving-focus.ts";

/** Size of the picture; it is drawn as wide as there is room. */
export const DOT_LINE_WIDTH = 400;
const HEIGHT = 20;
const MIDDLE = HEIGHT / 2;
const RADIUS = 4.5;
/** Least distance of two dots, so that each can be told from the next. */
const APART = 11;

/** A click or a touch this near to a dot means the dot, px: how near above and below says the stylesheet. */
const NEAR_PX = 22;

/** A dot on a line. */
export interface Dot {
  readonly id: string;
  /** Where it lies, from 0 to 1; dots come in rising order. */
  readonly share: number;
  /** What it is, in words. */
  readonly label: string;
  /** The open page is a diamond; what is hollow can be told apart without colour. */
  readonly look: "filled" | "hollow" | "dashed" | "here";
  readonly isNew?: boolean;
}

interface Props {
  readonly dots: readonly Dot[];
  /** What the picture shows, in words. */
  readonly label: string;
  /** Drawn beneath the dots, in the units of the picture. */
  readonly children?: ComponentChildren;
  /** The user has chosen a dot. Without it the dots are nothing but a picture. */
  readonly onChoose?: (id: string) => void;
}

/**
 * Dots on a line, in the direction in which the user reads. Those that can be chosen are one tab stop, with the arrow keys from
 * one to the next.
 */
export function DotLine({ dots, label, children, onChoose }: Props): JSX.Element {
  const { direction } = useLocale();
  const focus = useRovingFocus(
    dots.map(({ id }) => id),
    "horizontal",
  );
  const places = placesOf(dots.map(({ share }) => share));
  const picture = (
    <g transform={direction === "rtl" ? `matrix(-1 0 0 1 ${DOT_LINE_WIDTH} 0)` : undefined}>
      {children}
      <path class="dot-line" d={`M0 ${MIDDLE}H${DOT_LINE_WIDTH}`} />
      {dots.map((dot, i) => {
        const attributes = {
          class: `dot dot-${dot.look}${dot.isNew === true ? " dot-new" : ""}`,
          ...(onChoose !== undefined && {
            role: "button" as const,
            "aria-label": dot.label,
            // Attributes of SVG elements keep their case.
            tabindex: focus.tabIndexOf(dot.id),
            "data-stop": dot.id,
            onClick: () => onChoose(dot.id),
            onKeyDown: (event: KeyboardEvent) => {
              if (event.key !== "Enter" && event.key !== " ") return;
              event.preventDefault();
              onChoose(dot.id);
            },
          }),
        } as const;
        const x = places[i] as number;
        return dot.look === "here" ? (
          <path key={dot.id} {...attributes} d={`M${x} ${MIDDLE - 8}l7 8l-7 8l-7 -8z`}>
            <title>{dot.label}</title>
          </path>
        ) : (
          <circle key={dot.id} {...attributes} cx={x} cy={MIDDLE} r={RADIUS}>
            <title>{dot.label}</title>
          </circle>
        );
      })}
    </g>
  );
  const viewBox = `0 0 ${DOT_LINE_WIDTH} ${HEIGHT}`;
  if (onChoose === undefined)
    return (
      <svg class="dots" viewBox={viewBox} role="img" aria-label={label}>
        {picture}
      </svg>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set cannot be drawn within an SVG
    <svg
      class="dots dots-chosen-from"
      viewBox={viewBox}
      role="group"
      aria-label={label}
      onFocusIn={focus.onFocusIn}
      onKeyDown={focus.onKeyDown}
      onClick={(event) => {
        const isOnDot = dots.some(({ id }) => id === (event.target as SVGElement).dataset["stop"]);
        const { left, width } = event.currentTarget.getBoundingClientRect();
        const x = direction === "rtl" ? left + width - event.clientX : event.clientX - left;
        const near = isOnDot ? null : nearestTo(x, places, width / DOT_LINE_WIDTH);
        if (near !== null) onChoose(dots[near]?.id ?? "");
      }}
    >
      {picture}
    </svg>
  );
}

/**
 * The index of the dot that a click beside all of them means; `null` where none is near.
 *
 * @param x where the click is, px
 * @param scale px of a unit of the picture
 */
function nearestTo(x: number, places: readonly number[], scale: number): number | null {
  const distances = places.map((place) => Math.abs(place * scale - x));
  const least = Math.min(...distances);
  return least <= NEAR_PX ? distances.indexOf(least) : null;
}

/**
 * Where dots lie, in the units of the picture: by their shares, but so far apart that they do not hide each other while there is
 * room.
 */
function placesOf(shares: readonly number[]): number[] {
  const [first, last] = [RADIUS + 1, DOT_LINE_WIDTH - RADIUS - 1];
  const apart = Math.min(APART, (last - first) / Math.max(1, shares.length - 1));
  const places = shares.map((share) => first + share * (last - first));
  for (let i = 1; i < places.length; i++)
    places[i] = Math.max(places[i] as number, (places[i - 1] as number) + apart);
  for (let i = places.length - 1; i >= 0; i--)
    places[i] = Math.min(places[i] as number, last - (places.length - 1 - i) * apart);
  return places;
}
