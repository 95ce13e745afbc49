import type { JSX } from "preact";

interface Props<Value extends string | number> {
  /** CSS class of the whole field; "field" if it is left out. */
  readonly class?: string;
  readonly label: string;
  /** An explanation below the label. */
  readonly help?: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly nameOf: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}

/** A labelled choice between a few values. */
export function ChoiceField<Value extends string | number>(props: Props<Value>): JSX.Element {
  const { label, help, values, value, nameOf, onChange } = props;
  return (
    <label class={props.class ?? "field"}>
      <span>
        {label}
        {help !== undefined && <small>{help}</small>}
      </span>
      <select
        value={String(value)}
        onChange={({ currentTarget }) => {
          const chosen = values.find((one) => String(one) === currentTarget.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {values.map((one) => (
          <option key={one} value={String(one)}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
