import type { ComponentChild, JSX } from "preact";

interface Props {
  /** Names and values; those without a value are left out. */
  readonly facts: readonly (readonly [name: string, value: ComponentChild])[];
}

/** Facts about a data set or an outlet. */
export function FactList({ facts }: Props): JSX.Element {
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
