import type { JSX } from "preact";

interface Props<Value extends number> {
  /** Of the field as a whole. */
  readonly class: string;
  readonly label: string;
  /** What else there is to say about it. */
  readonly help?: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly nameOf: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}

/** A labelled choice of a few numbers. */
export function NumberField<Value extends number>(props: Props<Value>): JSX.Element {
  const { label, help, values, value, nameOf, onChange } = props;
  return (
    <label class={props.class}>
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
