import type { JSX } from "preact";

interface Props {
  readonly label: string;
  /** An explanation below the label. */
  readonly help?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** A labelled switch. */
export function SwitchField({ label, help, isOn, onChange }: Props): JSX.Element {
  return (
    <label class="field">
      <span>
        {label}
        {help !== undefined && <small>{help}</small>}
      </span>
      <input
        type="checkbox"
        class="switch-input"
        checked={isOn}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
