import type { RefObject } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import {
  type Preference,
  type PreferredOutlet,
  preferenceFinder,
} from "../../core/outlets/preference-finder.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { OutletActions } from "../articles/outlet-actions.ts";
import { PREFERENCE_SAID } from "../articles/preference-text.ts";
import type { Send } from "../kit/deps.ts";
import { isolated } from "../kit/isolated.ts";
import { useLocale } from "../kit/locale.ts";
import { isFocusLost } from "../kit/use-stage-focus.ts";
import type { ShowToast } from "../kit/use-toast.ts";

/**
 * What the user can do about outlets in a view.
 *
 * @param place holds the entries
 * @param settings `null` until they are known
 * @param send `null` where the view offers nothing to do
 * @param say says what was done
 */
export function useOutletActions(
  place: RefObject<HTMLElement | null>,
  settings: Settings | null,
  send: Send | null,
  say: ShowToast,
) {
  const { text } = useLocale();
  const preferences = settings?.outletPreferences ?? [];
  const preferenceOf = useMemo(() => preferenceFinder(preferences), [preferences]);
  const hasActed = useRef(false);
  useEffect(() => {
    // The card whose menu had the focus may have gone with its outlet. Other preferences are another list.
    if (preferences.length > 0 && hasActed.current && document.hasFocus() && isFocusLost())
      place.current?.querySelector<HTMLElement>("h2[tabindex]")?.focus({ preventScroll: true });
  }, [preferences, place]);
  const prefer = async (
    send: Send,
    { name, domain }: PreferredOutlet,
    preference: Preference | null,
  ): Promise<void> => {
    hasActed.current = true;
    const before = preferenceOf(domain);
    const { ok } = await send({ type: "outlet.prefer", name, domain, preference });
    if (!ok) return say({ message: text("failedUnavailable") });
    say({
      message: text(PREFERENCE_SAID[preference ?? "none"], isolated(name)),
      undo: () => void prefer(send, { name, domain }, before),
    });
  };
  const actions: OutletActions | null =
    send === null
      ? null
      : {
          preferenceOf,
          onProfile: (domain) => void send({ type: "outlet.open", domain }),
          onPrefer: (outlet, preference) => void prefer(send, outlet, preference),
        };
  return { actions, preferenceOf };
}
