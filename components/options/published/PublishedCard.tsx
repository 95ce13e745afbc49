import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PublishedStatus } from "../../../core/protocol/published-status.ts";
import { type Locale, useLocale } from "../../kit/locale.ts";
import { CardFrame } from "../cards/CardFrame.tsx";
import { Trouble } from "../cards/Trouble.tsx";
import { PublishedDetails } from "./PublishedDetails.tsx";
import type { PublishedActions } from "./published-actions.ts";
import { troubleText } from "./published-trouble.ts";
import { UpdateProgress } from "./UpdateProgress.tsx";

interface Props {
  readonly set: PublishedStatus;
  /** Names of the other published data sets. */
  readonly others: readonly string[];
  readonly actions: PublishedActions;
}

/** A published data set: how old its data is, what is under way or wrong, and folded away its details. */
export function PublishedCard({ set, others, actions }: Props): JSX.Element {
  const locale = useLocale();
  const { text } = locale;
  const { id, inUse, isEnabled, isPaused, trouble, progress, access } = set;
  const [isOpen, setOpen] = useState(false);
  const isKeptOut = inUse !== null && isEnabled && access !== "toolbar" && !inUse.isAccessGranted;
  return (
    <CardFrame
      name={set.name}
      lines={<Lines set={set} onResume={() => actions.change(id, { isPaused: false })} />}
      isEnabled={isEnabled}
      onEnable={(on) => actions.change(id, { isEnabled: on })}
      isOpen={isOpen}
      onOpen={setOpen}
      details={isOpen && <PublishedDetails set={set} others={others} actions={actions} />}
    >
      {progress !== null && (
        <UpdateProgress progress={progress} onCancel={() => actions.cancel(id)} />
      )}
      {trouble !== null && progress === null && (
        <Trouble
          text={[
            troubleText(trouble, locale),
            inUse === null ? "" : text("publishedKeepsBefore"),
          ].join(" ")}
        />
      )}
      {!set.isHostAllowed && !isPaused && (
        <Trouble
          text={text("publishedHostMissing", new URL(set.address).host)}
          help={{ label: text("allow"), onClick: () => actions.allowHost(id) }}
        />
      )}
      {isKeptOut && (
        <Trouble
          text={text("accessMissing")}
          help={{ label: text("allow"), onClick: () => actions.changeAccess(id, access) }}
        />
      )}
    </CardFrame>
  );
}

interface LinesProps {
  readonly set: PublishedStatus;
  readonly onResume: () => void;
}

/** What there is, how old it is, and when it was and will be checked. */
function Lines({ set, onResume }: LinesProps): JSX.Element {
  const locale = useLocale();
  const { text, counted, ago } = locale;
  const { inUse, isPaused, progress } = set;
  return (
    <>
      <p class="fine">
        {inUse === null
          ? text("publishedIncomplete")
          : [
              counted("articlesIn", inUse.records),
              counted("outletsIn", inUse.outletCount),
              text("publishedAgo", ago(inUse.published)),
            ].join(" · ")}
      </p>
      {progress === null && <p class="fine">{checks(set, locale).join(" · ")}</p>}
      {isPaused && (
        <p class="paused">
          <span class="tag">{text("paused")}</span>
          <button type="button" class="button-quiet" onClick={onResume}>
            {text("resume")}
          </button>
        </p>
      )}
    </>
  );
}

/** When it was checked last, and when it will be next. A time that has passed, while the browser slept, is "soon". */
function checks(
  { lastCheckAt, nextCheckAt }: PublishedStatus,
  { text, ago, until }: Locale,
): string[] {
  const last = lastCheckAt === null ? text("neverChecked") : text("checkedAgo", ago(lastCheckAt));
  if (nextCheckAt === null) return [last];
  const next = until(nextCheckAt);
  return [last, next === null ? text("nextCheckSoon") : text("nextCheck", next)];
}
