import type { ComponentChildren, JSX } from "preact";
import { MAX_OUTLETS } from "../../../core/outlets/subscription.ts";
import { useLocale } from "../../kit/locale.ts";

interface Props {
  /** How many outlets are chosen, and how many are picked already. */
  readonly count: number;
  readonly there: number;
  readonly onCancel: () => void;
  /** What stays in view above the buttons, however long the list is. */
  readonly children?: ComponentChildren;
}

/** The end of a form that adds outlets: the permission that is needed, and the buttons. */
export function AddOutletsFoot({ count, there, onCancel, children }: Props): JSX.Element {
  const { text, counted, number } = useLocale();
  const isTooMany = there + count > MAX_OUTLETS;
  return (
    <>
      <p class="fine">{text("outletPermissionHelp")}</p>
      <p class="error" role="alert">
        {isTooMany && text("tooManyOutlets", number(MAX_OUTLETS))}
      </p>
      <div class="picker-foot">
        {children}
        <div class="buttons">
          <button type="submit" class="button" disabled={count === 0 || isTooMany}>
            {counted("addOutlets", count)}
          </button>
          <button type="button" class="button button-secondary" onClick={onCancel}>
            {text("cancel")}
          </button>
        </div>
      </div>
    </>
  );
}
