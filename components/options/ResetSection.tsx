import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { useLocale } from "../kit/locale.ts";
import { useStageFocus } from "../kit/use-stage-focus.ts";
import { type AllOfUser, countsOf } from "./backup/all-of-user.ts";

interface Props {
  /** `null` until all of it is known. */
  readonly all: AllOfUser | null;
  readonly isResetting: boolean;
  readonly onReset: () => void;
}

/** The part of the options that deletes everything, once the user has confirmed what that is. */
export function ResetSection({ all, isResetting, onReset }: Props): JSX.Element {
  const locale = useLocale();
  const { text } = locale;
  const [isAsking, setAsking] = useState(false);
  const place = useRef<HTMLElement>(null);
  useStageFocus(place, isAsking ? "asking" : null, true);
  const counts = all === null ? "" : countsOf(all, 0, locale);
  return (
    <section ref={place} class="group">
      <div class="group-head">
        <h2 tabIndex={-1}>{text("resetTitle")}</h2>
        <p>{text("resetHelp")}</p>
      </div>
      <div class="box">
        <div class="field">
          {isAsking && (
            <p role="alert">
              {counts === "" ? text("resetAskSettings") : text("resetAsk", counts)}
            </p>
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
                disabled={isResetting || all === null}
                onClick={() => setAsking(true)}
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
