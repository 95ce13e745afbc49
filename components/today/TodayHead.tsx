import type { JSX } from "preact";
import type { LiveStatus } from "../../core/protocol/live-status.ts";
import { LogoMark } from "../kit/icons.tsx";
import { useLocale } from "../kit/locale.ts";

interface Props {
  /** `null` until it is known. */
  readonly live: LiveStatus | null;
  /** The share of the articles of which stories are found, from 0 to 1; `null` when all are. */
  readonly progress: number | null;
  readonly onCheck: () => void;
  readonly onOptions: () => void;
}

/** The head of the page: how many outlets there are, when they were checked, and which work is under way. */
export function TodayHead({ live, progress, onCheck, onOptions }: Props): JSX.Element {
  const { text, counted, number, percent, ago } = useLocale();
  const outlets = live?.outlets.filter(({ removedAt }) => removedAt === null) ?? [];
  const failing = outlets.filter(
    ({ health, isPaused }) => !isPaused && health !== "good" && health !== "new",
  );
  const { round = null, lastSuccessAt = null } = live ?? {};
  return (
    <header class="today-head">
      <LogoMark size={28} />
      <div>
        <h1>{text("todayTitle")}</h1>
        {outlets.length > 0 && (
          <p class="fine" role="status">
            {counted("outletsIn", outlets.length)}
            {" · "}
            {round !== null
              ? text("outletsBeingChecked", number(round.done), number(round.total))
              : progress !== null
                ? text("storiesBeingFound", percent(progress))
                : lastSuccessAt === null
                  ? text("outletsNotChecked")
                  : text("outletsChecked", ago(lastSuccessAt))}
          </p>
        )}
        {failing.length > 0 && (
          <p class="fine today-failing">
            {counted("outletsFailing", failing.length)}{" "}
            <button type="button" class="button-quiet" onClick={onOptions}>
              {text("details")}
            </button>
          </p>
        )}
      </div>
      {outlets.length > 0 && (
        <button type="button" class="button" disabled={round !== null} onClick={onCheck}>
          {text("outletsCheckNow")}
        </button>
      )}
    </header>
  );
}
