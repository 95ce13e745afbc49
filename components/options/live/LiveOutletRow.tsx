import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { OutletStatus } from "../../../core/protocol/live-status.ts";
import { shownHosts } from "../../../core/url/shown-host.ts";
import { type Locale, type TextKey, useLocale } from "../../kit/locale.ts";
import { Trouble } from "../cards/Trouble.tsx";
import { LiveOutletDetails } from "./LiveOutletDetails.tsx";
import type { LiveActions } from "./live-actions.ts";
import { hasOnlyUnusableItems, outletTrouble } from "./outlet-trouble.ts";

interface Props {
  readonly outlet: OutletStatus;
  readonly actions: LiveActions;
}

/** A live outlet: its name and status, and folded away its details and what can be done with it. */
export function LiveOutletRow({ outlet, actions }: Props): JSX.Element {
  const locale = useLocale();
  const { text, counted } = locale;
  const [isOpen, setOpen] = useState(false);
  const health = hasOnlyUnusableItems(outlet) ? "failing" : outlet.health;
  const tag = tagOf(outlet);
  const trouble = outletTrouble(outlet, locale);
  return (
    <div class="outlet-row" data-health={outlet.isPaused ? "paused" : health}>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span class="outlet-dot" aria-hidden="true" />
          <span class="outlet-line">
            <span class="outlet-name">
              <bdi>{outlet.name}</bdi>
              {tag !== null && <span class="tag">{text(tag)}</span>}
            </span>
            <span class="fine">{factsOf(outlet, locale).join(" · ")}</span>
          </span>
          <span class="outlet-today">{counted("articlesToday", outlet.articlesToday)}</span>
        </summary>
        {isOpen && <LiveOutletDetails outlet={outlet} actions={actions} />}
      </details>
      {trouble !== null && (
        <Trouble
          text={trouble}
          {...(outlet.health === "not-allowed" && {
            help: { label: text("allow"), onClick: () => actions.allow([outlet.id]) },
          })}
        />
      )}
      {outlet.otherSite > 0 && (
        <p class="fine outlet-note">
          {text(
            "leftOutOtherSite",
            counted("itemsLeftOut", outlet.otherSite),
            shownHosts(outlet.domains),
          )}
        </p>
      )}
      {outlet.unusable > 0 && (
        <p class="fine outlet-note">
          {text("leftOutUnusable", counted("itemsLeftOut", outlet.unusable))}
        </p>
      )}
    </div>
  );
}

function tagOf({ health, failure, isPaused }: OutletStatus): TextKey | null {
  if (health === "not-allowed") return "outletNotAllowed";
  if (isPaused) return "paused";
  if (health !== "failing" && health !== "dead") return null;
  // A feed that the outlet has given up counts as dead from the first day.
  return health === "dead" && failure !== "gone" ? "outletDead" : "outletFailing";
}

/**
 * The outlet's sites and country, and when it was last polled. The sites are always shown, since the name
 * may come from a page or a file and may be anything.
 */
function factsOf(outlet: OutletStatus, { text, country, ago }: Locale): string[] {
  const { lastSuccessAt, isPolling, health, failure } = outlet;
  const from = outlet.country === "" ? [] : [country(outlet.country)];
  const facts = [shownHosts(outlet.domains), ...from];
  if (isPolling) return [...facts, text("beingPolled")];
  if (lastSuccessAt === null)
    return [...facts, text(failure === null ? "notPolledYet" : "noSuccessYet")];
  return [...facts, text(health === "good" ? "polledAgo" : "lastSuccessAgo", ago(lastSuccessAt))];
}
