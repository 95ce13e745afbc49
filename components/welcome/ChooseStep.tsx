import type { JSX } from "preact";
import { outletPatterns } from "../../core/outlets/outlet-patterns.ts";
import { MAX_OUTLETS } from "../../core/outlets/subscription.ts";
import { isolated } from "../kit/isolated.ts";
import { type Locale, useLocale } from "../kit/locale.ts";
import { ChosenOutlets } from "./ChosenOutlets.tsx";
import { MoreOutlets } from "./MoreOutlets.tsx";
import type { useWelcome, WelcomeTrouble } from "./use-welcome.ts";

interface Props {
  readonly welcome: ReturnType<typeof useWelcome>;
}

/** The choice of outlets: a suggestion that can be changed, and one button for which the browser asks once. */
export function ChooseStep({ welcome }: Props): JSX.Element {
  const locale = useLocale();
  const { text, counted } = locale;
  const { chosen, list, trouble, choose } = welcome;
  const sites = new Set(chosen.flatMap(outletPatterns).map(siteOfPattern));
  return (
    <section class="welcome-step">
      <h2 tabIndex={-1}>{text("welcomeChooseTitle")}</h2>
      <p>{text("welcomeChooseHelp")}</p>
      {list === "failed" && <p class="error">{text("pickerFailed")}</p>}
      <ChosenOutlets chosen={chosen} onChange={choose} />
      <div class="buttons">
        <button
          type="button"
          class="button welcome-follow"
          disabled={chosen.length === 0 || chosen.length > MAX_OUTLETS || welcome.isAsking}
          onClick={welcome.follow}
        >
          {chosen.length === 0
            ? text("welcomeNoneChosen")
            : counted("welcomeFollow", chosen.length)}
        </button>
        {!welcome.isSuggestion && (
          <button type="button" class="button-quiet" onClick={welcome.suggest}>
            {text("welcomeStartAgain")}
          </button>
        )}
      </div>
      <p class="welcome-trouble" role="alert">
        {trouble !== null && troubleText(trouble, locale)}
      </p>
      <p class="fine">{text("welcomeAsk")}</p>
      {sites.size > 0 && (
        <details class="welcome-sites">
          <summary>{text("welcomeSites")}</summary>
          <p class="fine" dir="ltr">
            {[...sites].join(", ")}
          </p>
        </details>
      )}
      {list !== null && list !== "failed" && (
        <MoreOutlets list={list} chosen={chosen} onChange={choose} onOpml={welcome.addOpml} />
      )}
    </section>
  );
}

function troubleText(trouble: WelcomeTrouble, { text }: Locale): string {
  if (trouble.kind === "refused") return text("welcomeRefused");
  if (trouble.kind === "opml") return text("opmlOther", isolated(trouble.name));
  return text("failedUnavailable");
}

/** `bbc.com` of `*://*.bbc.com/*`. */
function siteOfPattern(pattern: string): string {
  return pattern.replace(/^[^/]*:\/\/(?:\*\.)?/, "").replace(/\/.*/, "");
}
