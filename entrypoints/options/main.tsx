import { useCallback, useEffect, useState } from "preact/hooks";
import "../../components/theme.css";
import "../../components/coverage.css";
import "./style.css";
import { createLocale } from "../../components/locale.ts";
import { type Done, OptionsPanel } from "../../components/OptionsPanel.tsx";
import { renderView } from "../../components/render-view.tsx";
import type { Status } from "../../core/protocol/messages.ts";
import type { SettingsChange } from "../../core/settings/settings.ts";
import { catalogueLanguage, catalogueText } from "../../platform/catalogue.ts";
import { ask } from "../../platform/message-client.ts";

const locale = createLocale(catalogueLanguage(), catalogueText, Date.now);
const { text } = locale;

function Options() {
  const [status, setStatus] = useState<Status | null | "failed">(null);
  const [busy, setBusy] = useState<"rebuild" | "reset" | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const load = useCallback(async () => {
    const answer = await ask({ type: "status" });
    setStatus(answer.ok ? answer.value : "failed");
  }, []);
  useEffect(() => void load(), [load]);

  /** Says what was done, or that there was no answer. */
  const report = (ok: boolean, result: Done) => {
    setDone(ok ? result : { message: text("failedUnavailable") });
    return load();
  };
  const change = async (settings: SettingsChange, message: string) => {
    const answer = await ask({ type: "settings.change", change: settings });
    await report(answer.ok, { message });
  };
  const switchSite = async (site: string, on: boolean) => {
    const before = status !== null && status !== "failed" ? status.settings.sitesOff : [];
    const answer = await ask({ type: "site.switch", site, on });
    if (answer.ok && !on && answer.value.sitesOff.length === before.length)
      return report(true, { message: text("siteUnknown", site) });
    const message = text(on ? "siteSwitchedOn" : "siteSwitchedOff", site);
    return report(answer.ok, { message, undo: () => void switchSite(site, !on) });
  };
  const rebuild = async () => {
    setBusy("rebuild");
    const answer = await ask({ type: "index.rebuild" });
    setBusy(null);
    await report(answer.ok, { message: text("rebuilt") });
  };
  const reset = async () => {
    const before = status !== null && status !== "failed" ? status.settings : null;
    setBusy("reset");
    const answer = await ask({ type: "reset" });
    setBusy(null);
    const undo = before === null ? undefined : () => void change(before, text("undone"));
    await report(answer.ok, { message: text("resetDone"), undo });
  };
  return (
    <OptionsPanel
      status={status}
      busy={busy}
      done={done}
      onChange={(settings) => void change(settings, text("saved"))}
      onSite={(site, on) => void switchSite(site, on)}
      onRebuild={() => void rebuild()}
      onReset={() => void reset()}
      onRetry={() => void load()}
      onDismissNotice={() => void ask({ type: "notice.dismiss" }).then(load)}
    />
  );
}

document.title = text("optionsTitle");
renderView(<Options />, locale);
