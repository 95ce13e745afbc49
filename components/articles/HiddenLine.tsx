import type { JSX } from "preact";
import { useLocale } from "../kit/locale.ts";

interface Props {
  /** How much is left out. */
  readonly label: string;
  /** Whether it is shown all the same. */
  readonly isShown: boolean;
  readonly onShow: (isShown: boolean) => void;
}

/** Says how much a list leaves out because the user hides its outlets, with a button that shows it for now. */
export function HiddenLine({ label, isShown, onShow }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <p class="hidden-line">
      {label}{" "}
      <button type="button" class="button-quiet" onClick={() => onShow(!isShown)}>
        {text(isShown ? "hideAgain" : "showHidden")}
      </button>
    </p>
  );
}
