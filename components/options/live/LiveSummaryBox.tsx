import type { JSX } from "preact";
import type { LiveStatus } from "../../../core/protocol/live-status.ts";
import { useLocale } from "../../kit/locale.ts";
import { Progress } from "../../kit/Progress.tsx";
import type { LiveActions } from "./live-actions.ts";

interface Props {
  readonly status: LiveStatus;
  readonly actions: Pick<LiveActions, "poll" | "stopPolling">;
}

/** A summary of the live outlets, with a button that polls them all. */
export function LiveSummaryBox({ status, actions }: Props): JSX.Element {
  const { text, counted, number, list, ago } = useLocale();
  const { outlets, articlesToday, lastSuccessAt, round, waitsFor } = status;
  const count = outlets.filter(({ removedAt }) => removedAt === null).length;
  return (
    <div class="box live-summary">
      {round === null ? (
        <div class="field">
          <p>
            <strong>
              {list([counted("outletsIn", count), counted("articlesToday", articlesToday)])}
            </strong>
            <span class="fine">
              {lastSuccessAt === null
                ? text("notPolledYet")
                : text("polledAgo", ago(lastSuccessAt))}
            </span>
          </p>
          <button type="button" class="button button-secondary" onClick={() => actions.poll(null)}>
            {text("pollAll")}
          </button>
        </div>
      ) : (
        <div class="with-action">
          <Progress
            label={text("pollingRound")}
            value={round.done}
            max={round.total}
            facts={[
              text("progressOf", number(round.done), number(round.total)),
              counted("articlesToday", articlesToday),
            ]}
          />
          <button type="button" class="button button-secondary" onClick={actions.stopPolling}>
            {text("stopPolling")}
          </button>
        </div>
      )}
      {waitsFor !== null && (
        <p class="live-waits" role="status">
          {text(waitsFor === "connection" ? "waitsForConnection" : "waitsForUnmetered")}
        </p>
      )}
    </div>
  );
}
