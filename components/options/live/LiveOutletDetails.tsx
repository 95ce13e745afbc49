import { Fragment, type JSX } from "preact";
import type { OutletStatus } from "../../../core/protocol/live-status.ts";
import { shownHost } from "../../../core/url/shown-host.ts";
import { FactList } from "../../kit/FactList.tsx";
import { type Locale, useLocale } from "../../kit/locale.ts";
import { PollFields } from "../cards/PollFields.tsx";
import type { LiveActions } from "./live-actions.ts";

interface Props {
  readonly outlet: OutletStatus;
  readonly actions: LiveActions;
}

/** The details of a live outlet, and what can be done with it. */
export function LiveOutletDetails({ outlet, actions }: Props): JSX.Element {
  const locale = useLocale();
  const { text, number, ago } = locale;
  const { id, domains, lastSuccessAt } = outlet;
  const sites = domains.map((domain, i) => (
    <Fragment key={domain}>
      {i > 0 && ", "}
      <a href={`https://${domain}/`} target="_blank" rel="noopener noreferrer" dir="ltr">
        {shownHost(domain)}
      </a>
    </Fragment>
  ));
  const feed = (
    <span class="outlet-feed" dir="ltr">
      {outlet.feed}
    </span>
  );
  return (
    <div class="outlet-details">
      <FactList
        facts={[
          [text("factSite"), sites],
          [text("factFeed"), feed],
          [
            text("factArticles"),
            text("allAndToday", number(outlet.articles), number(outlet.articlesToday)),
          ],
          [text("factLastSuccess"), lastSuccessAt === null ? text("never") : ago(lastSuccessAt)],
          [text("factNextPoll"), nextPoll(outlet, locale)],
        ]}
      />
      <PollFields
        label={text("pollEvery")}
        every={outlet.every}
        isPaused={outlet.isPaused}
        onChange={(change) => actions.change(id, change)}
      >
        <button
          type="button"
          class="button button-secondary"
          disabled={outlet.isPolling || outlet.health === "not-allowed"}
          onClick={() => actions.poll(id)}
        >
          {text("pollNow")}
        </button>
        <button type="button" class="button button-secondary" onClick={() => actions.openEdit(id)}>
          {text("editOutlet")}
        </button>
        <button
          type="button"
          class="button button-secondary button-danger"
          onClick={() => actions.remove(id)}
        >
          {text("correctionRemove")}
        </button>
      </PollFields>
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
