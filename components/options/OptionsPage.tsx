import type { JSX } from "preact";
import type { Status } from "../../core/protocol/responses.ts";
import { NoticeLine } from "../kit/NoticeLine.tsx";
import { AboutSection } from "./AboutSection.tsx";
import { BackupSection } from "./backup/BackupSection.tsx";
import { CorrectionsSection } from "./corrections/CorrectionsSection.tsx";
import { DataSetSection } from "./DataSetSection.tsx";
import { LiveSection } from "./live/LiveSection.tsx";
import { OptionsFrame } from "./OptionsFrame.tsx";
import { OptionsPart } from "./OptionsPart.tsx";
import { OutletPreferencesSection } from "./OutletPreferencesSection.tsx";
import { PublishedSection } from "./published/PublishedSection.tsx";
import { ReadingSection } from "./ReadingSection.tsx";
import { ResetSection } from "./ResetSection.tsx";
import { ShortcutsSection } from "./ShortcutsSection.tsx";
import { SiteFormsSection } from "./SiteFormsSection.tsx";
import { SitesOffSection } from "./SitesOffSection.tsx";
import { type Options, type OptionsDeps, useOptions } from "./use-options.ts";

/** The options page. */
export function OptionsPage({ deps }: { readonly deps: OptionsDeps }): JSX.Element {
  const options = useOptions(deps);
  const { status, reload } = options;
  const loaded = status === "failed" ? null : status;
  return (
    <OptionsFrame
      state={status === null ? "loading" : status === "failed" ? "failed" : "loaded"}
      toast={options.toast}
      onDismissToast={options.dismissToast}
      onRetry={() => void reload()}
    >
      {loaded !== null && (
        <>
          {loaded.notice !== null && (
            <NoticeLine
              notice={loaded.notice}
              onDismiss={() => void deps.send({ type: "notice.dismiss" }).then(reload)}
            />
          )}
          <OutletsPart options={options} status={loaded} />
          <DataSetsPart options={options} status={loaded} />
          <ReadingPart options={options} status={loaded} deps={deps} />
          <SitesPart options={options} status={loaded} deps={deps} />
          <PrivacyPart options={options} />
          <OptionsPart id="about">
            <AboutSection version={deps.version} />
          </OptionsPart>
        </>
      )}
    </OptionsFrame>
  );
}

interface Props {
  readonly options: Options;
  readonly status: Status;
}

interface PropsWithDeps extends Props {
  readonly deps: OptionsDeps;
}

function OutletsPart({ options: { live, settings }, status }: Props): JSX.Element {
  return (
    <OptionsPart id="outlets">
      {live.status !== null && (
        <LiveSection
          status={live.status}
          panel={live.panel}
          failedFile={live.failedFile}
          actions={live.actions}
          keep={status.settings}
          onKeepChange={(change) => void settings.change(change)}
        />
      )}
    </OptionsPart>
  );
}

function DataSetsPart({ options, status }: Props): JSX.Element {
  const { importing, exporting, subscribed } = options;
  return (
    <OptionsPart id="data-sets">
      <DataSetSection
        status={status}
        importView={importing.view}
        exporting={exporting.exporting}
        actions={{
          ...options.jobs,
          replace: importing.replace,
          export(id, format) {
            const dataSet = status.dataSets.find(({ info }) => info.id === id);
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
  );
}

function ReadingPart({ options: { settings }, status, deps }: PropsWithDeps): JSX.Element {
  return (
    <OptionsPart id="reading">
      <ReadingSection
        settings={status.settings}
        onChange={(change) => void settings.change(change)}
      />
      <OutletPreferencesSection
        preferences={status.settings.outletPreferences}
        onPrefer={(outlet, preference) => void settings.prefer(outlet, preference)}
      />
      <ShortcutsSection deps={deps} />
    </OptionsPart>
  );
}

function SitesPart({ options: { settings }, status, deps }: PropsWithDeps): JSX.Element {
  return (
    <OptionsPart id="sites">
      <SitesOffSection
        sites={status.settings.sitesOff}
        onSite={(site, on) => void settings.switchSite(site, on)}
      />
      <SiteFormsSection send={deps.send} />
    </OptionsPart>
  );
}

function PrivacyPart({ options }: Pick<Props, "options">): JSX.Element {
  const { corrections, all, backup, reset } = options;
  return (
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
  );
}
