import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { useLocale } from "./locale.ts";

interface Props {
  /** What is explained, for whoever does not see where the button stands. */
  readonly about: string;
  readonly children: string;
}

/** A "?" that shows an explanation beneath, for mouse, touch and keyboard alike. */
export function HelpButton({ about, children }: Props): JSX.Element {
  const { text } = useLocale();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        class="help-button"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={text("help", about)}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="help-mark">?</span>
      </button>
      <span id={id} class="help-text" hidden={!isOpen}>
        {isOpen && children}
      </span>
    </>
  );
}
