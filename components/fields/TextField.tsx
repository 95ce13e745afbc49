import type { JSX, RefObject } from "preact";
import { useId } from "preact/hooks";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  /** What is wrong with the value; empty when nothing is. */
  readonly error?: string;
  readonly isRequired?: boolean;
  readonly input?: RefObject<HTMLInputElement | null>;
  readonly onInput: (value: string) => void;
}

/** A labelled line of text that says what is wrong with it. */
export function TextField({ error = "", isRequired = false, ...props }: Props): JSX.Element {
  const id = useId();
  return (
    <div class="text-field">
      <label for={id}>{props.label}</label>
      <input
        ref={props.input ?? null}
        id={id}
        type="text"
        dir="auto"
        autocomplete="off"
        value={props.value}
        maxLength={props.maxLength}
        aria-required={isRequired}
        aria-invalid={error !== ""}
        aria-describedby={`${id}-error`}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <p id={`${id}-error`} class="error" role="alert">
        {error}
      </p>
    </div>
  );
}
