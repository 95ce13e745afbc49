import type { JSX } from "preact";
import { useId } from "preact/hooks";

interface Props {
  readonly label: string;
  readonly value: number;
  /** `null` while it is not known how much there is. */
  readonly max: number | null;
  /** Details below the bar; empty ones are left out. */
  readonly facts: readonly string[];
}

/** A progress bar. It is no live region: a screen reader reads it on request only. */
export function Progress({ label, value, max, facts }: Props): JSX.Element {
  const id = useId();
  const isKnown = max !== null && max > 0;
  return (
    <div class="progress">
      <label for={id}>{label}</label>
      <progress id={id} {...(isKnown ? { value: Math.min(value, max), max } : {})} />
      {facts.length > 0 && <p class="fine">{facts.filter((fact) => fact !== "").join(" · ")}</p>}
    </div>
  );
}
