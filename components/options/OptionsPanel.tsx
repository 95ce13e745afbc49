import type { ComponentChildren, JSX } from "preact";
import type { Correction } from "../../core/corrections/corrections.ts";
import type { Status } from "../../core/protocol/messages.ts";
import type { SettingsChange } from "../../core/settings/settings.ts";
import { NoticeLine } from "../coverage/CoverageView.tsx";
import { LogoMark } from "../kit/icons.tsx";
import { useLocale } from "../kit/locale.ts";
import { Loading, Message } from "../kit/Message.tsx";
import { SidebarBehaviourField } from "../kit/SidebarBehaviourField.tsx";
import { type Done, Toast } from "../kit/Toast.tsx";
import { CorrectionsSection } from "./corrections/CorrectionsSection.tsx";
import type { CorrectionActions, FailedCorrectionsFile } from "./corrections/correction-actions.ts";
import { DataSetSection } from "./DataSetSection.tsx";
import type { DataSetActions, ExportState } from "./data-sets/data-set-actions.ts";
import type { ImportView } from "./data-sets/import-view.ts";
import { SitesOff } from "./SitesOff.tsx";

interface Props {
  /** `null` while the background is being asked, "failed" when it did not answer. */
  readonly status: Status | null | "failed";
  /** The import that the reader is at; `null` when there is none. */
  readonly importView: ImportView | null;
  readonly exporting: ExportState | null;
  /** The part about live outlets. */
  readonly live?: ComponentChildren;
  /** The newest first; `null` while they are being asked for. */
  readonly corrections: readonly Correction[] | null;
  readonly failedCorrectionsFile: FailedCorrectionsFile | null;
  /** A long action under way. */
  readonly busy: "reset" | null;
  readonly done: Done | null;
  readonly onChange: (change: SettingsChange) => void;
  readonly onSite: (site: string, on: boolean) => void;
  readonly onReset: () => void;
  readonly onRetry: () => void;
  readonly onDismissNotice: () => void;
  /** The reader has seen what was done. */
  readonly onDismissDone: () => void;
  readonly dataSetActions: DataSetActions;
  readonly correctionActions: CorrectionActions;
}

/** The options page. */
export function OptionsPanel(props: Props): JSX.Element {
  const { text } = useLocale();
  const { status, done } = props;
  return (
    <main class="options">
      <header class="options-head">
        <LogoMark size={32} />
        <h1>{text("optionsTitle")}</h1>
        <p>{text("privacyLine")}</p>
      </header>
      <Toast done={done} onDismiss={props.onDismissDone} />
      {status === null && <Loading label={text("loading")} />}
      {status === "failed" && (
        <Message title={text("failedTitle")} action={{ label: text("retry"), run: props.onRetry }}>
          {text("failedUnavailable")}
        </Message>
      )}
      {status !== null && status !== "failed" && <OptionsSections {...props} status={status} />}
    </main>
  );
}

function OptionsSections(props: Props & { readonly status: Status }): JSX.Element {
  const { text } = useLocale();
  const { settings, notice } = props.status;
  return (
    <>
      {notice !== null && <NoticeLine notice={notice} onDismiss={props.onDismissNotice} />}
      <section class="group">
        <h2>{text("optionsReading")}</h2>
        <div class="box">
          <SidebarBehaviourField
            value={settings.sidebar}
            onChange={(sidebar) => props.onChange({ sidebar })}
          />
          <label class="field">
            <span>
              {text("remoteImages")}
              <small>{text("remoteImagesHelp")}</small>
            </span>
            <input
              type="checkbox"
              class="switch-input"
              checked={settings.remoteImages}
              onChange={(event) => props.onChange({ remoteImages: event.currentTarget.checked })}
            />
          </label>
        </div>
      </section>
      <SitesOff sites={settings.sitesOff} onSite={props.onSite} />
      <DataSetSection
        status={props.status}
        importView={props.importView}
        exporting={props.exporting}
        actions={props.dataSetActions}
      />
      {props.live}
      {props.corrections !== null && (
        <CorrectionsSection
          corrections={props.corrections}
          failedFile={props.failedCorrectionsFile}
          actions={props.correctionActions}
        />
      )}
      <section class="group">
        <h2>{text("resetTitle")}</h2>
        <div class="box">
          <div class="field">
            <span>{text("resetHelp")}</span>
            <button
              type="button"
              class="button button-secondary button-danger"
              disabled={props.busy !== null}
              onClick={props.onReset}
            >
              {text("reset")}
            </button>
          </div>
        </div>
      </section>
    </>
  );
}
