import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { POLL_EVERY } from "../../../core/outlets/subscription.ts";
import type { OutletStatus } from "../../../core/protocol/live-status.ts";
import { shownHost } from "../../../core/url/shown-host.ts";
import { ChoiceField } from "../../kit/ChoiceField.tsx";
import { type Locale, useLocale } from "../../kit/locale.ts";
import type { LiveActions } from "./live-actions.ts";

/** ms */
const MINUTE = 60_000;

interface Props {
  readonly outlet: OutletStatus;
  readonly actions: LiveActions;
}

/** The details of a live outlet, and what can be done with it. */
export function LiveOutletDetails({ outlet, actions }: Props): JSX.Element {
  const locale = useLocale();
  const { text, duration, number, ago } = locale;
  const { id, domains, lastSuccessAt } = outlet;
  const field = useId();
  return (
    <div class="outlet-details">
      <dl class="facts">
        <div>
          <dt>{text("factSite")}</dt>
          {domains.map((domain) => (
            <dd key={domain}>
              <a href={`https://${domain}/`} target="_blank" rel="noopener noreferrer" dir="ltr">
                {shownHost(domain)}
              </a>
            </dd>
          ))}
        </div>
        <div>
          <dt>{text("factFeed")}</dt>
          <dd class="outlet-feed" dir="ltr">
            {outlet.feed}
          </dd>
        </div>
        <div>
          <dt>{text("factArticles")}</dt>
          <dd>{text("allAndToday", number(outlet.articles), number(outlet.articlesToday))}</dd>
        </div>
        <div>
          <dt>{text("factLastSuccess")}</dt>
          <dd>{lastSuccessAt === null ? text("never") : ago(lastSuccessAt)}</dd>
        </div>
        <div>
          <dt>{text("factNextPoll")}</dt>
          <dd>{nextPoll(outlet, locale)}</dd>
        </div>
      </dl>
      <div class="outlet-fields">
        <ChoiceField
          class="outlet-field"
          label={text("pollEvery")}
          values={POLL_EVERY}
          value={outlet.every}
          nameOf={(minutes) => duration(minutes * MINUTE)}
          onChange={(every) => actions.change(id, { every })}
        />
        <span class="outlet-field">
          <label for={field}>{text("pause")}</label>
          <input
            id={field}
            type="checkbox"
            class="switch-input"
            checked={outlet.isPaused}
            onChange={(event) => actions.change(id, { isPaused: event.currentTarget.checked })}
          />
        </span>
        <div class="buttons">
          <button
            type="button"
            class="button button-secondary"
            disabled={outlet.isPolling || outlet.health === "not-allowed"}
            onClick={() => actions.poll(id)}
          >
            {text("pollNow")}
          </button>
          <button
            type="button"
            class="button button-secondary"
            onClick={() => actions.openEdit(id)}
          >
            {text("editOutlet")}
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

/** When the outlet is polled next. A time that has passed, while the browser was busy or asleep, is "soon". */
function nextPoll(outlet: OutletStatus, { text, until }: Locale): string {
  const { nextPollAt, isPaused, health } = outlet;
  if (health === "not-allowed") return text("outletNotAllowed");
  if (nextPollAt === null) return text(isPaused ? "paused" : "never");
  return until(nextPollAt) ?? text("soon");
}
