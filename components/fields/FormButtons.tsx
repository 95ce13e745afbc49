import type { JSX } from "preact";
import { useLocale } from "../kit/locale.ts";

interface Props {
  /** What sending the form does. */
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onCancel: () => void;
}

/** The buttons at the end of a form: one that sends it, one that closes it. */
export function FormButtons({ label, isDisabled = false, onCancel }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <div class="buttons">
      <button type="submit" class="button" disabled={isDisabled}>
        {label}
      </button>
      <button type="button" class="button button-secondary" onClick={onCancel}>
        {text("cancel")}
      </button>
    </div>
  );
}
