import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { CoverageView } from "../coverage/CoverageView.tsx";
import { LogoMark } from "../kit/icons.tsx";
import { useLocale } from "../kit/locale.ts";
import { Loading } from "../kit/Message.tsx";
import { useStageFocus } from "../kit/use-stage-focus.ts";
import { CheckStep } from "./CheckStep.tsx";
import { ChooseStep } from "./ChooseStep.tsx";
import { PinHelp } from "./PinHelp.tsx";
import { PlaceStep } from "./PlaceStep.tsx";
import { useWelcome, type WelcomeDeps } from "./use-welcome.ts";

/**
 * The introduction: a story as the sidebar shows it, outlets to follow with one button, what their first check brings,
 * and where the sidebar appears. What the user does is kept at once, so the page can be left and opened again.
 */
export function WelcomePage({ deps }: { readonly deps: WelcomeDeps }): JSX.Element {
  const { text } = useLocale();
  const welcome = useWelcome(deps);
  const { introduction, live, sidebar } = welcome;
  const example = introduction?.example ?? null;
  const followed = live?.outlets.filter(({ removedAt }) => removedAt === null) ?? [];
  const steps = useRef<HTMLDivElement>(null);
  useStageFocus(steps, followed.length > 0 ? "check" : null, welcome.hasFollowed);
  return (
    <main class={example === null ? "welcome" : "welcome welcome-wide"}>
      <header class="welcome-head">
        <LogoMark size={36} />
        <h1>{text("welcomeTitle")}</h1>
        <p>
          {text("welcomeLead")} {text("privacyLine")}
        </p>
      </header>
      <div ref={steps} class="welcome-steps">
        {live === null || introduction === null ? (
          <Loading label={text("loading")} />
        ) : followed.length > 0 ? (
          <CheckStep live={live} followed={followed} deps={deps} />
        ) : (
          <ChooseStep welcome={welcome} />
        )}
        {sidebar !== null && <PlaceStep value={sidebar} onChange={welcome.setSidebar} />}
        <PinHelp browser={deps.browser} />
      </div>
      {example !== null && (
        <section class="welcome-example" aria-labelledby="example">
          <h2 id="example">{text("welcomeExample")}</h2>
          <p>{text("welcomeExampleHelp")}</p>
          <div class="example-frame">
            <CoverageView
              answer={{ ok: true, value: example }}
              onRetry={() => undefined}
              onDismissNotice={welcome.dismissNotice}
              onOrder={welcome.setOrder}
              onCorrect={welcome.correct}
            />
          </div>
        </section>
      )}
    </main>
  );
}
