import type { JSX } from "preact";
import type { LiveStatus, OutletStatus } from "../../core/protocol/live-status.ts";
import { type Locale, useLocale } from "../kit/locale.ts";
import { Progress } from "../kit/Progress.tsx";
import { outletTrouble } from "../options/live/outlet-trouble.ts";
import { FirstStories } from "./FirstStories.tsx";
import { type FirstStoriesDeps, useFirstStories } from "./use-first-stories.ts";

interface Props {
  readonly live: LiveStatus;
  /** The outlets that the user follows. */
  readonly followed: readonly OutletStatus[];
  readonly deps: FirstStoriesDeps;
}

/** The first check of the outlets, one by one, and what it has brought. */
export function CheckStep({ live, followed, deps }: Props): JSX.Element {
  const locale = useLocale();
  const { text, counted, number } = locale;
  const { round } = live;
  const stories = useFirstStories(deps);
  return (
    <section class="welcome-step">
      <h2 tabIndex={-1}>{text("welcomeCheckTitle")}</h2>
      {round === null ? (
        <FirstStories {...stories} />
      ) : (
        <Progress
          label={text("welcomeChecking")}
          value={round.done}
          max={round.total}
          facts={[
            text("welcomeOf", number(round.done), number(round.total)),
            counted("welcomeArticles", live.articles),
          ]}
        />
      )}
      <ul class="checks">
        {followed.map((outlet) => (
          <li key={outlet.id} data-health={outlet.health}>
            <bdi>{outlet.name}</bdi>
            <span>{checkText(outlet, round !== null, locale)}</span>
          </li>
        ))}
      </ul>
      <p class="fine">{counted("welcomeFollowing", followed.length)}</p>
      <a class="welcome-link" href="/options.html#outlets" target="_blank" rel="noopener">
        {text("welcomeChange")}
      </a>
    </section>
  );
}

function checkText(outlet: OutletStatus, isRound: boolean, locale: Locale): string {
  const { text, counted } = locale;
  if (outlet.articles > 0) return counted("welcomeArticles", outlet.articles);
  if (outlet.isPolling || (isRound && outlet.health === "new")) return text("welcomeWaiting");
  return outletTrouble(outlet, locale) ?? text("welcomeNoAnswer");
}
