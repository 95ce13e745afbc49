import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { PublishedStatus } from "../../../core/protocol/published-status.ts";
import { useLocale } from "../../kit/locale.ts";
import { PublishedDetails } from "./PublishedDetails.tsx";
import type { PublishedActions } from "./published-actions.ts";
import { troubleText } from "./published-trouble.ts";
import { UpdateProgress } from "./UpdateProgress.tsx";

interface Props {
  readonly set: PublishedStatus;
  readonly actions: PublishedActions;
}

/** A published data set: how old its data is, what is under way or wrong, and folded away its details. */
export function PublishedCard({ set, actions }: Props): JSX.Element {
  const locale = useLocale();
  const { text, counted, ago } = locale;
  const { id, inUse, isEnabled, isPaused, trouble, progress, access } = set;
  const [isOpen, setOpen] = useState(false);
  const name = useId();
  const isKeptOut = inUse !== null && isEnabled && access !== "toolbar" && !inUse.isAccessGranted;
  return (
    <article class="data-set-card" data-off={isEnabled ? undefined : ""} aria-labelledby={name}>
      <div class="data-set-head">
        <div>
          <h3 id={name} dir="auto">
            {set.name}
          </h3>
          <p class="fine">
            {inUse === null
              ? text("publishedIncomplete")
              : [
                  counted("records", inUse.records),
                  counted("outletsIn", inUse.outletCount),
                  text("publishedAgo", ago(inUse.published)),
                ].join(" · ")}
          </p>
          {isPaused && <p class="tag">{text("paused")}</p>}
        </div>
        <input
          type="checkbox"
          class="switch-input"
          aria-labelledby={name}
          checked={isEnabled}
          onChange={(event) => actions.change(id, { isEnabled: event.currentTarget.checked })}
        />
      </div>
      {progress !== null && (
        <UpdateProgress progress={progress} onCancel={() => actions.cancel(id)} />
      )}
      {trouble !== null && progress === null && (
        <div class="trouble">
          <p>
            {[
              troubleText(trouble, locale),
              inUse === null ? "" : text("publishedKeepsBefore"),
            ].join(" ")}
          </p>
        </div>
      )}
      {!set.isHostAllowed && (
        <div class="trouble">
          <p>{text("publishedHostMissing", new URL(set.address).host)}</p>
          <button
            type="button"
            class="button button-secondary"
            onClick={() => actions.allowHost(id)}
          >
            {text("allow")}
          </button>
        </div>
      )}
      {isKeptOut && (
        <div class="trouble">
          <p>{text("accessMissing")}</p>
          <button
            type="button"
            class="button button-secondary"
            onClick={() => actions.changeAccess(id, access)}
          >
            {text("allow")}
          </button>
        </div>
      )}
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{text("details")}</summary>
        {isOpen && <PublishedDetails set={set} actions={actions} />}
      </details>
    </article>
  );
}
