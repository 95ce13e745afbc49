import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useLocale } from "../kit/locale.ts";
import { FormButtons } from "./FormButtons.tsx";

interface Props {
  readonly children: ComponentChildren;
  /** Called in the handler of the user's click or Enter. */
  readonly onSave: () => void;
  /** There is nothing to save yet. */
  readonly isDisabled?: boolean;
  readonly onCancel: () => void;
}

/** A form in place of a data set's buttons. Its first field gets the focus; Escape cancels. */
export function ToolForm({ children, onSave, isDisabled = false, onCancel }: Props): JSX.Element {
  const { text } = useLocale();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLInputElement>("input:checked, input[type=text]");
    first?.focus();
    first?.select();
  }, []);
  return (
    <form
      ref={form}
      class="tool-form"
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.isComposing) onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
      <FormButtons label={text("save")} isDisabled={isDisabled} onCancel={onCancel} />
    </form>
  );
}
