import type { JSX } from "preact";

/** A confidence from 0 to 1 as part of a ring. The number is shown beside it. */
export function ConfidenceMark({ value }: { readonly value: number }): JSX.Element {
  const share = Math.round(Math.min(Math.max(value, 0), 1) * 100);
  return (
    <svg
      class="icon confidence"
      viewBox="0 0 12 12"
      width="12"
      height="12"
      aria-hidden="true"
      focusable="false"
    >
      <circle class="confidence-ring" cx="6" cy="6" r="4.5" />
      <circle
        class="confidence-share"
        cx="6"
        cy="6"
        r="4.5"
        pathLength="100"
        stroke-dasharray={`${share} 100`}
        transform="rotate(-90 6 6)"
      />
    </svg>
  );
}
