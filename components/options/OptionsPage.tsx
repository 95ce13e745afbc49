import type { JSX } from "preact";
import { isolated } from "../kit/isolated.ts";
import { useLocale } from "../kit/locale.ts";
import { NoticeLine } from "../kit/NoticeLine.tsx";
import { useToast } from "../kit/use-toast.ts";
import { AboutSection } from "./AboutSection.tsx";
import { allOfUser } from "./backup/all-of-user.ts";
import { BackupSection } from "./backup/BackupSection.tsx";
import { type BackupDeps, useBackup } from "./backup/use-backup.ts";
import { CorrectionsSection } from "./corrections/CorrectionsSection.tsx";
import { type CorrectionListDeps, useCorrectionList } from "./corrections/use-correction-list.ts";
import { DataSetSection } from "./DataSetSection.tsx";
import { type DataSetDeps, useDataSets } from "./data-sets/use-data-sets.ts";
import { type ExportDeps, useExport } from "./data-sets/use-export.ts";
import { type ImportDeps, useImport } from "./import/use-import.ts";
import { LiveSection } from "./live/LiveSection.tsx";
import { type LiveDeps, useLive } from "./live/use-live.ts";
import { OptionsFrame } from "./OptionsFrame.tsx";
import { OptionsPart } from "./OptionsPart.tsx";
import { OutletPreferencesSection } from "./OutletPreferencesSection.tsx";
import { PublishedSection } from "./published/PublishedSection.tsx";
import { type PublishedDeps, usePublished } from "./published/use-published.ts";
import { ReadingSection } from "./ReadingSection.tsx";
import { ResetSection } from "./ResetSection.tsx";
import { type ShortcutDeps, ShortcutsSection } from "./ShortcutsSection.tsx";
import { SiteFormsSection } from "./SiteFormsSection.tsx";
import { SitesOffSection } from "./SitesOffSection.tsx";
import { useReset } from "./use-reset.ts";
import { useSettings } from "./use-settings.ts";
import { type StatusDeps, useStatus } from "./use-status.ts";

/** Everything of the browser that the options page uses. The object stays the same for the page's life. */
export interface OptionsDeps
  extends StatusDeps,
    DataSetDeps,
    ExportDeps,
    ImportDeps,
    LiveDeps,
    PublishedDeps,
    CorrectionListDeps,
    BackupDeps,
    ShortcutDeps {
  /** Of the extension. */
  readonly version: string;
}

/** The options page. */
export function OptionsPage({ deps }: { readonly deps: OptionsDeps }): JSX.Element {
  const { text } = useLocale();
  const { send } = deps;
  const [toast, showToast] = useToast();
  const { status, show, reload } = useStatus(deps, ({ info, access, isAccessGranted }) => {
    const added = text("dataSetAdded", isolated(info.name));
    const isKeptOut = access !== "toolbar" && !isAccessGranted;
    showToast({ message: isKeptOut ? `${added} ${text("accessNotGiven")}` : added });
  });
  const loaded = status === "failed" ? null : status;
  const dataSets = loaded?.dataSets ?? [];
  const settings = useSettings(send, { settings: loaded?.settings ?? null, showToast, reload });
  const corrections = useCorrectionList(deps, showToast);
  const live = useLive(deps, showToast);
  const subscribed = usePublished(deps, showToast);
  const jobs = useDataSets(deps, { dataSets, show, showToast });
  const exporting = useExport(deps, showToast);
  const importing = useImport(deps, {
    dataSets,
    onStarted: () => void reload(),
    async onRefused() {
      if (!(await reload())) showToast({ message: text("failedUnavailable") });
    },
  });
  const all = allOfUser(loaded, live.status, corrections.corrections, subscribed.published);
  const backup = useBackup(deps, {
    all,
    showToast,
    reload,
  });
  const reset = useReset(send, {
    all,
    changeSettings: settings.change,
    corrections,
    live,
    showToast,
    reload,
  });
  return (
    <OptionsFrame
      state={status === null ? "loading" : status === "failed" ? "failed" : "loaded"}
      toast={toast}
      onDismissToast={() => showToast(null)}
      onRetry={() => void reload()}
    >
      {loaded !== null && (
        <>
          {loaded.notice !== null && (
            <NoticeLine
              notice={loaded.notice}
              onDismiss={() => void send({ type: "notice.dismiss" }).then(reload)}
            />
          )}
          <OptionsPart id="outlets">
            {live.status !== null && (
              <LiveSection
                status={live.status}
                panel={live.panel}
                failedFile={live.failedFile}
                actions={live.actions}
                keep={loaded.settings}
                onKeepChange={(change) => void settings.change(change)}
              />
            )}
          </OptionsPart>
          <OptionsPart id="data-sets">
            <DataSetSection
              status={loaded}
              importView={importing.view}
              exporting={exporting.exporting}
              actions={{
                ...jobs,
                replace: importing.replace,
                export(id, format) {
                  const dataSet = dataSets.find(({ info }) => info.id === id);
                  if (dataSet !== undefined) exporting.start(dataSet, format);
                },
                cancelExport: exporting.cancel,
              }}
              importActions={importing.actions}
            />
            {subscribed.published !== null && (
              <PublishedSection
                published={subscribed.published}
                panel={subscribed.panel}
                actions={subscribed.actions}
              />
            )}
          </OptionsPart>
          <OptionsPart id="reading">
            <ReadingSection
              settings={loaded.settings}
              onChange={(change) => void settings.change(change)}
            />
            <OutletPreferencesSection
              preferences={loaded.settings.outletPreferences}
              onPrefer={(outlet, preference) => void settings.prefer(outlet, preference)}
            />
            <ShortcutsSection deps={deps} />
          </OptionsPart>
          <OptionsPart id="sites">
            <SitesOffSection
              sites={loaded.settings.sitesOff}
              onSite={(site, on) => void settings.switchSite(site, on)}
            />
            <SiteFormsSection send={send} />
          </OptionsPart>
          <OptionsPart id="privacy">
            {corrections.corrections !== null && (
              <CorrectionsSection
                corrections={corrections.corrections}
                failedFile={corrections.failedFile}
                actions={corrections.actions}
              />
            )}
            {all !== null && (
              <BackupSection
                review={backup.review}
                failedFile={backup.failedFile}
                actions={backup.actions}
              />
            )}
            <ResetSection
              asked={reset.asked}
              isBusy={reset.isResetting || all === null}
              onAsk={() => void reset.ask()}
              onCancel={reset.cancel}
              onConfirm={() => void reset.reset()}
            />
          </OptionsPart>
          <OptionsPart id="about">
            <AboutSection version={deps.version} />
          </OptionsPart>
        </>
      )}
    </OptionsFrame>
  );
}
