import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { POLL_EVERY } from "../../../core/outlets/subscription.ts";
import type { PublishedStatus } from "../../../core/protocol/published-status.ts";
import { ChoiceField } from "../../kit/ChoiceField.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { type Locale, useLocale } from "../../kit/locale.ts";
import { dates } from "../data-sets/DataSetFacts.tsx";
import type { PublishedActions } from "./published-actions.ts";
import { SpeaksFor } from "./SpeaksFor.tsx";

/** ms */
const MINUTE = 60_000;

interface Props {
  readonly set: PublishedStatus;
  readonly actions: PublishedActions;
}

/** The details of a published data set, and what can be done with it. */
export function PublishedDetails({ set, actions }: Props): JSX.Element {
  const locale = useLocale();
  const { text, bytes, ago, duration, date } = locale;
  const { id, inUse, lastCheckAt, choice } = set;
  const field = useId();
  const languages = choice.languages?.map(locale.languageName) ?? [text("allLanguages")];
  const period =
    choice.days === null
      ? text("choiceAll")
      : text("choiceLast", duration(choice.days * 24 * 60 * MINUTE));
  return (
    <div class="data-set-details">
      {inUse !== null && inUse.description !== "" && <p dir="auto">{inUse.description}</p>}
      <FactList
        facts={[
          [text("factLastCheck"), lastCheckAt === null ? text("never") : ago(lastCheckAt)],
          [text("factNextCheck"), nextCheck(set, locale)],
          [text("factSource"), set.address],
          [text("factKey"), set.fingerprint],
          [text("factLicence"), inUse?.licence ?? ""],
          [text("factDates"), inUse === null ? "" : dates(locale, inUse.from, inUse.to)],
          [text("factVersion"), inUse === null ? "" : String(inUse.version)],
          [text("factExpires"), inUse === null ? "" : date(inUse.expires)],
          [text("factSize"), inUse === null ? "" : bytes(inUse.bytes)],
          [text("choiceDays"), [period, ...languages].join(" · ")],
        ]}
      />
      {inUse !== null && <SpeaksFor outlets={inUse.outlets} count={inUse.outletCount} />}
      <div class="outlet-fields">
        <ChoiceField
          class="outlet-field"
          label={text("checkEvery")}
          values={POLL_EVERY}
          value={set.every}
          nameOf={(minutes) => duration(minutes * MINUTE)}
          onChange={(every) => actions.change(id, { every })}
        />
        <span class="outlet-field">
          <label for={field}>{text("pause")}</label>
          <input
            id={field}
            type="checkbox"
            class="switch-input"
            checked={set.isPaused}
            onChange={(event) => actions.change(id, { isPaused: event.currentTarget.checked })}
          />
        </span>
        <div class="buttons">
          <button
            type="button"
            class="button button-secondary"
            disabled={set.progress !== null || !set.isHostAllowed}
            onClick={() => actions.check(id)}
          >
            {text("checkNow")}
          </button>
          <button
            type="button"
            class="button button-secondary button-danger"
            onClick={() => actions.remove(id)}
          >
            {text("correctionRemove")}
          </button>
        </div>
      </div>
    </div>
  );
}

/** A time that has passed, while the browser was busy or asleep, is "soon". */
function nextCheck({ nextCheckAt, isPaused }: PublishedStatus, { text, until }: Locale): string {
  if (nextCheckAt === null) return text(isPaused ? "paused" : "never");
  return until(nextCheckAt) ?? text("soon");
}
