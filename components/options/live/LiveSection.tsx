import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { MAX_OPML_FILE } from "../../../core/outlets/opml.ts";
import type { LiveStatus } from "../../../core/protocol/live-status.ts";
import { FileButton } from "../../fields/FileButton.tsx";
import { isolated } from "../../kit/isolated.ts";
import { type Locale, useLocale } from "../../kit/locale.ts";
import { useStageFocus } from "../../kit/use-stage-focus.ts";
import { KeepFields } from "./KeepFields.tsx";
import { LiveOutletList } from "./LiveOutletList.tsx";
import { LiveSummaryBox } from "./LiveSummaryBox.tsx";
import type { FailedOpmlFile, KeepSettings, LiveActions, LivePanel } from "./live-actions.ts";
import { OpmlReview } from "./OpmlReview.tsx";
import { OutletForm } from "./OutletForm.tsx";
import { OutletPicker } from "./OutletPicker.tsx";

interface Props {
  readonly status: LiveStatus;
  readonly panel: LivePanel | null;
  readonly failedFile: FailedOpmlFile | null;
  readonly actions: LiveActions;
  readonly keep: KeepSettings;
  readonly onKeepChange: (change: Partial<KeepSettings>) => void;
}

/** The part of the options about live outlets: their status, ways to add some, and the list. */
export function LiveSection(props: Props): JSX.Element {
  const { status, panel, failedFile, actions } = props;
  const locale = useLocale();
  const { text } = locale;
  const place = useRef<HTMLElement>(null);
  useStageFocus(place, panel?.kind ?? null, true);
  const picked = status.outlets.filter(({ removedAt }) => removedAt === null);
  const isEmpty = status.outlets.length === 0;
  return (
    <section ref={place} class="group live">
      <div class="group-head">
        <h2 tabIndex={-1}>{text("liveTitle")}</h2>
        <p>{text("liveHelp")}</p>
      </div>
      {picked.length > 0 && <LiveSummaryBox status={status} actions={actions} />}
      {panel === null ? (
        <div class={isEmpty ? "live-empty" : "live-add"}>
          {isEmpty && (
            <>
              <h3>{text("liveEmptyTitle")}</h3>
              <p>{text("liveEmpty")}</p>
            </>
          )}
          <div class="buttons">
            <button
              type="button"
              class={isEmpty ? "button" : "button button-secondary"}
              onClick={actions.openPicker}
            >
              {text("chooseOutlets")}
            </button>
            <button type="button" class="button button-secondary" onClick={actions.openAddress}>
              {text("addFeed")}
            </button>
            <FileButton
              label={text("importOpml")}
              accept=".opml,.xml,text/x-opml,text/xml,application/xml"
              onFile={actions.importOpml}
            />
            {picked.length > 0 && (
              <button type="button" class="button button-secondary" onClick={actions.exportOpml}>
                {text("exportOpml")}
              </button>
            )}
          </div>
          <p class="error" role="alert">
            {failedFile !== null && faultText(failedFile, locale)}
          </p>
        </div>
      ) : (
        <div class="panel">
          {panel.kind === "picker" && <OutletPicker {...panel} picked={picked} actions={actions} />}
          {panel.kind === "address" && (
            <OutletForm key="new" {...panel} outlet={null} picked={picked} actions={actions} />
          )}
          {panel.kind === "edit" && (
            <OutletForm key={panel.outlet.id} {...panel} picked={picked} actions={actions} />
          )}
          {panel.kind === "opml" && (
            <OpmlReview {...panel} there={picked.length} actions={actions} />
          )}
        </div>
      )}
      {!isEmpty && <LiveOutletList outlets={status.outlets} actions={actions} />}
      {!isEmpty && <KeepFields status={status} keep={props.keep} onChange={props.onKeepChange} />}
    </section>
  );
}

function faultText({ name, fault }: FailedOpmlFile, { text, bytes }: Locale): string {
  if (fault === "too-large") return text("opmlTooLarge", isolated(name), bytes(MAX_OPML_FILE));
  return text(fault === "not-opml" ? "opmlOther" : "opmlUnreadable", isolated(name));
}
