import type { JSX } from "preact";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly isResetting: boolean;
  readonly onReset: () => void;
}

/** The part of the options that resets everything. */
export function ResetSection({ isResetting, onReset }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <section class="group">
      <h2>{text("resetTitle")}</h2>
      <div class="box">
        <div class="field">
          <span>{text("resetHelp")}</span>
          <button
            type="button"
            class="button button-secondary button-danger"
            disabled={isResetting}
            onClick={onReset}
          >
            {text("reset")}
          </button>
        </div>
      </div>
    </section>
  );
}
