import type { JSX } from "preact";

interface Props {
  readonly text: string;
  /** A button that helps. */
  readonly help?: {
    readonly label: string;
    readonly isDisabled?: boolean;
    readonly onClick: () => void;
  };
}

/** What is wrong with something, with a button that helps if there is one. */
export function Trouble({ text, help }: Props): JSX.Element {
  return (
    <div class="trouble">
      <p>{text}</p>
      {help !== undefined && (
        <button
          type="button"
          class="button button-secondary"
          disabled={help.isDisabled ?? false}
          onClick={help.onClick}
        >
          {help.label}
        </button>
      )}
    </div>
  );
}
