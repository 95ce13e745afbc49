import type { Preference, PreferredOutlet } from "../../core/outlets/preference-finder.ts";
import type { Settings, SettingsChange } from "../../core/settings/settings.ts";
import { shownHost } from "../../core/url/shown-host.ts";
import { PREFERENCE_SAID } from "../articles/preference-text.ts";
import type { Send } from "../kit/deps.ts";
import { isolated } from "../kit/isolated.ts";
import { useLocale } from "../kit/locale.ts";
import type { ToastContent } from "../kit/Toast.tsx";
import type { ShowToast } from "../kit/use-toast.ts";

interface Page {
  /** `null` until they are known. */
  readonly settings: Settings | null;
  readonly showToast: ShowToast;
  readonly reload: () => Promise<unknown>;
}

/** Functions that change settings, and say what was changed. */
export function useSettings(send: Send, { settings, showToast, reload }: Page) {
  const { text } = useLocale();
  const finish = async (ok: boolean, content: ToastContent) => {
    showToast(ok ? content : { message: text("failedUnavailable") });
    await reload();
  };
  const change = async (changed: SettingsChange, message = text("saved")): Promise<void> => {
    const { ok } = await send({ type: "settings.change", change: changed });
    await finish(ok, { message });
  };
  const switchSite = async (site: string, on: boolean): Promise<void> => {
    const before = settings?.sitesOff ?? [];
    const answer = await send({ type: "site.switch", site, on });
    // A site that no data set names stays as it is: nothing is ever shown there.
    if (answer.ok && !on && answer.value.sitesOff.length === before.length)
      return finish(true, { message: text("siteUnknown", shownHost(site)) });
    const message = text(on ? "siteSwitchedOn" : "siteSwitchedOff", shownHost(site));
    return finish(answer.ok, { message, undo: () => void switchSite(site, !on) });
  };
  const prefer = async (
    { name, domain }: PreferredOutlet,
    preference: Preference | null,
  ): Promise<void> => {
    const before =
      settings?.outletPreferences.find((one) => one.domain === domain)?.preference ?? null;
    const { ok } = await send({ type: "outlet.prefer", name, domain, preference });
    const message = text(PREFERENCE_SAID[preference ?? "none"], isolated(name));
    await finish(ok, { message, undo: () => void prefer({ name, domain }, before) });
  };
  return { change, switchSite, prefer };
}
