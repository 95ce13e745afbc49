import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { useLocale } from "../kit/locale.ts";
import { useStageFocus } from "../kit/use-stage-focus.ts";

interface Props {
  /** How much the user has; empty where it is nothing but settings, `null` until all of it is known. */
  readonly counts: string | null;
  readonly isResetting: boolean;
  /** Counts also what the options do not show. */
  readonly onCount: () => Promise<void>;
  readonly onReset: () => void;
}

/** The part of the options that deletes everything, once the user has confirmed what that is. */
export function ResetSection({ counts, isResetting, onCount, onReset }: Props): JSX.Element {
  const { text } = useLocale();
  const [isAsking, setAsking] = useState(false);
  const place = useRef<HTMLElement>(null);
  useStageFocus(place, isAsking ? "asking" : null, true);
  return (
    <section ref={place} class="group">
      <div class="group-head">
        <h2 tabIndex={-1}>{text("resetTitle")}</h2>
        <p>{text("resetHelp")}</p>
      </div>
      <div class="box">
        <div class="field">
          {isAsking && (
            <p role="alert">{counts ? text("resetAsk", counts) : text("resetAskSettings")}</p>
          )}
          <div class="buttons">
            {isAsking ? (
              <>
                <button
                  type="button"
                  class="button button-secondary button-danger"
                  onClick={() => {
                    setAsking(false);
                    onReset();
                  }}
                >
                  {text("resetConfirm")}
                </button>
                <button
                  type="button"
                  class="button button-secondary"
                  onClick={() => setAsking(false)}
                >
                  {text("cancel")}
                </button>
              </>
            ) : (
              <button
                type="button"
                class="button button-secondary button-danger"
                disabled={isResetting || counts === null}
                onClick={() => void onCount().then(() => setAsking(true))}
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
