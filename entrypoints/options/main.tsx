import { useState } from "preact/hooks";
import { shownHost } from "../../core/url/shown-host.ts";
import "../../components/kit/theme.css";
import "../../components/coverage/coverage.css";
import "../../components/options/options.css";
import "../../components/options/data-sets/data-sets.css";
import "../../components/options/import/import.css";
import "../../components/options/corrections/corrections.css";
import "../../components/options/live/live.css";
import { isolated } from "../../components/kit/isolated.ts";
import { createLocale } from "../../components/kit/locale.ts";
import { renderView } from "../../components/kit/render-view.tsx";
import type { Done } from "../../components/kit/Toast.tsx";
import { LiveSection } from "../../components/options/live/LiveSection.tsx";
import { OptionsPanel } from "../../components/options/OptionsPanel.tsx";
import type { Status, ViewRequest } from "../../core/protocol/messages.ts";
import type { Settings, SettingsChange } from "../../core/settings/settings.ts";
import { ask } from "../../platform/messages/message-client.ts";
import { catalogueLanguage, catalogueText } from "../../platform/pages/catalogue.ts";
import { requestAccess } from "../../platform/tabs/site-permissions.ts";
import { useCorrections } from "./use-corrections.ts";
import { useDone } from "./use-done.ts";
import { useExport } from "./use-export.ts";
import { useImport } from "./use-import.ts";
import { useLive } from "./use-live.ts";
import { useStatus } from "./use-status.ts";

const locale = createLocale(catalogueLanguage(), catalogueText, Date.now);
const { text } = locale;

/** Requests that are answered with the status. */
type StatusRequest = Extract<ViewRequest, { type: `${"dataSet" | "import" | "index"}.${string}` }>;

function Options() {
  const [busy, setBusy] = useState<"reset" | null>(null);
  const [done, setDone] = useDone();
  const corrections = useCorrections(locale, setDone);
  const live = useLive(locale, setDone);
  const { status, load, show } = useStatus({
    onImported: ({ info, access, isAccessGranted }) => {
      const added = text("dataSetAdded", isolated(info.name));
      const isKeptOut = access !== "toolbar" && !isAccessGranted;
      setDone({ message: isKeptOut ? `${added} ${text("accessNotGiven")}` : added });
    },
  });
  const known: Status | null = status === "failed" ? null : status;
  const dataSets = known?.dataSets ?? [];
  const named = (id: string) => dataSets.find(({ info }) => info.id === id);

  /** Says what was done, or that there was no answer. */
  const report = (ok: boolean, result: Done | null) => {
    setDone(ok ? result : { message: text("failedUnavailable") });
    return load();
  };
  const change = async (settings: SettingsChange, message: string) => {
    const answer = await ask({ type: "settings.change", change: settings });
    await report(answer.ok, { message });
  };
  const switchSite = async (site: string, on: boolean) => {
    const before = known?.settings.sitesOff ?? [];
    const answer = await ask({ type: "site.switch", site, on });
    if (answer.ok && !on && answer.value.sitesOff.length === before.length)
      return report(true, { message: text("siteUnknown", shownHost(site)) });
    const message = text(on ? "siteSwitchedOn" : "siteSwitchedOff", shownHost(site));
    return report(answer.ok, { message, undo: () => void switchSite(site, !on) });
  };
  const reset = async () => {
    const before = known?.settings ?? null;
    const corrected = corrections.corrections ?? [];
    setBusy("reset");
    const outlets = await live.load();
    const answer = await ask({ type: "reset" });
    setBusy(null);
    const restore = async (settings: Settings) => {
      await corrections.restore(corrected, null);
      await live.bringBack(outlets);
      await change(settings, text("undone"));
    };
    const undo = before === null ? undefined : () => void restore(before);
    await Promise.all([corrections.load(), live.load()]);
    await report(answer.ok, { message: text("resetDone"), undo });
  };
  /** Asks for a change to the data sets, and says that it was done. */
  const run = async (request: StatusRequest, result: Done | null = null) => {
    const answer = await ask(request);
    if (answer.ok) show(answer.value);
    setDone(answer.ok ? result : { message: text("failedUnavailable") });
  };
  /** Called within the click, before anything is awaited: the browser asks only then. */
  const askAccess = (id: string, access = named(id)?.access ?? "toolbar") => {
    const granting = requestAccess(access, named(id)?.patterns ?? []).catch(() => false);
    void granting.then((isGranted) =>
      isGranted
        ? run({ type: "dataSet.access", id, access }, { message: text("saved") })
        : setDone({ message: text("accessRefused") }),
    );
  };
  const importing = useImport(dataSets, {
    onStarted: () => void load(),
    onRefused: () =>
      void ask({ type: "status" }).then((answer) =>
        answer.ok ? show(answer.value) : setDone({ message: text("failedUnavailable") }),
      ),
  });
  const exporting = useExport((isDone, name) =>
    setDone({ message: text(isDone ? "dataSetExported" : "exportFailed", isolated(name)) }),
  );
  const restore = async (id: string) => {
    const answer = await ask({ type: "dataSet.restore", id });
    if (!answer.ok) return setDone({ message: text("failedUnavailable") });
    const restored = answer.value.dataSets.find(({ info }) => info.id === id)?.info;
    show(answer.value);
    setDone({
      message: restored
        ? text("dataSetRestored", isolated(restored.name))
        : text("dataSetNotRestored"),
    });
  };
  return (
    <OptionsPanel
      status={status}
      importView={importing.view}
      exporting={exporting.exporting}
      live={
        known !== null &&
        live.status !== null && (
          <LiveSection
            status={live.status}
            panel={live.panel}
            failedFile={live.failedFile}
            keep={known.settings}
            actions={{
              ...live.actions,
              keep: (settings) => void change(settings, text("saved")),
            }}
          />
        )
      }
      corrections={corrections.corrections}
      failedCorrectionsFile={corrections.failedFile}
      correctionActions={corrections.actions}
      busy={busy}
      done={done}
      onChange={(settings) => void change(settings, text("saved"))}
      onSite={(site, on) => void switchSite(site, on)}
      onReset={() => void reset()}
      onRetry={() => void load()}
      onDismissDone={() => setDone(null)}
      onDismissNotice={() => void ask({ type: "notice.dismiss" }).then(load)}
      dataSetActions={{
        enable: (id, on) => void run({ type: "dataSet.enable", id, on }),
        rename: (id, name) => void run({ type: "dataSet.rename", id, name }),
        remove: (id) => void run({ type: "dataSet.delete", id }),
        restore: (id) => void restore(id),
        changeAccess: askAccess,
        allow: (id) => askAccess(id),
        rebuild: (id) => void run({ type: "index.rebuild", id }, { message: text("rebuilt") }),
        export: (id, format) => {
          const dataSet = named(id);
          if (dataSet !== undefined) exporting.start(dataSet, format);
        },
        cancelExport: exporting.cancel,
        chooseFiles: importing.chooseFiles,
        drop: importing.drop,
        cancelImport: () => {
          if (importing.view === null) void run({ type: "import.discard" });
          else importing.cancel();
        },
        chooseColumns: importing.chooseColumns,
        confirmImport: importing.confirm,
        downloadReport: () => void importing.downloadReport(),
        resumeJob: () => void run({ type: "import.resume" }),
        discardJob: () => void run({ type: "import.discard" }),
      }}
    />
  );
}

document.title = text("optionsTitle");
// What a page left that was closed or loaded again before the reader had confirmed.
void ask({ type: "sources.sweep" });
renderView(<Options />, locale);
