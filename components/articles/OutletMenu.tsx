import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import type { PreferredOutlet } from "../../core/outlets/preference-finder.ts";
import { isolated } from "../kit/isolated.ts";
import { useLocale } from "../kit/locale.ts";
import { OutletActionsContext } from "./outlet-actions.ts";

/** What the user can do about the outlet of an article, folded away; nothing where the view offers none of it. */
export function OutletMenu({ outlet }: { readonly outlet: PreferredOutlet }): JSX.Element | null {
  const { text } = useLocale();
  const actions = useContext(OutletActionsContext);
  if (actions === null) return null;
  const preference = actions.preferenceOf(outlet.domain);
  const prefer = (to: "hidden" | "preferred") =>
    actions.onPrefer(outlet, preference === to ? null : to);
  return (
    <details class="outlet-menu">
      <summary>{text("outletMenu", isolated(outlet.name))}</summary>
      <div class="outlet-tools">
        <button type="button" class="button-quiet" onClick={() => prefer("preferred")}>
          {text(preference === "preferred" ? "preferNoMore" : "preferOutlet")}
        </button>
        <button type="button" class="button-quiet" onClick={() => prefer("hidden")}>
          {text(preference === "hidden" ? "showOutlet" : "hideOutlet")}
        </button>
        <button type="button" class="button-quiet" onClick={() => actions.onProfile(outlet.domain)}>
          {text("outletProfile")}
        </button>
      </div>
    </details>
  );
}
