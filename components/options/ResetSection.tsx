import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { useLocale } from "../kit/locale.ts";
import { useStageFocus } from "../kit/use-stage-focus.ts";

interface Props {
  /** How much will be deleted, in words, while the user is asked to confirm that; empty where it is settings only. */
  readonly asked: string | null;
  /** Whether it cannot be asked for now. */
  readonly isBusy: boolean;
  readonly onAsk: () => void;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** The part of the options that deletes everything, once the user has confirmed what that is. */
export function ResetSection({ asked, isBusy, onAsk, onCancel, onConfirm }: Props): JSX.Element {
  const { text } = useLocale();
  const place = useRef<HTMLElement>(null);
  useStageFocus(place, asked === null ? null : "asking", true);
  return (
    <section ref={place} class="group">
      <div class="group-head">
        <h2 tabIndex={-1}>{text("resetTitle")}</h2>
        <p>{text("resetHelp")}</p>
      </div>
      <div class="box">
        <div class="field">
          {asked !== null && (
            <p role="alert">{asked === "" ? text("resetAskSettings") : text("resetAsk", asked)}</p>
          )}
          <div class="buttons">
            {asked !== null ? (
              <>
                <button
                  type="button"
                  class="button button-secondary button-danger"
                  onClick={onConfirm}
                >
                  {text("resetConfirm")}
                </button>
                <button type="button" class="button button-secondary" onClick={onCancel}>
                  {text("cancel")}
                </button>
              </>
            ) : (
              <button
                type="button"
                class="button button-secondary button-danger"
                disabled={isBusy}
                onClick={onAsk}
              >
                {text("reset")}
              </button>
            )}
          </div>
        </div>
      </div>
    </section>
  );
}
