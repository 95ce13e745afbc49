import type { OutletEntry } from "../../core/outlets/subscription.ts";
import type { LiveStatus } from "../../core/protocol/live-status.ts";
import type { DrivenBrowser } from "../../test/harness/driven-browser.ts";
import type { OptionsPage } from "../../test/harness/options-page.ts";
import { waitFor } from "../../test/harness/wait-for.ts";

/** Longest wait for a round of polls, ms: each feed has 20 seconds, and three are read at the same time. */
const POLLS_MS = 90_000;

/**
 * Picks outlets as a user does: from the list in the options, accepting the browser's permission prompt where a
 * driver reaches it.
 *
 * @param outlets of the starter list
 */
export async function subscribe(
  browser: DrivenBrowser,
  options: OptionsPage,
  outlets: readonly OutletEntry[],
): Promise<void> {
  const isThere = (selector: string) => async () => ((await options.has(selector)) ? true : null);
  await waitFor("the live outlets", isThere(".live-empty"));
  // By position, since the texts are in the language of the user's browser.
  await options.press(".live-empty .button:not(.button-secondary)");
  await waitFor("the list of outlets", isThere(".outlet-choices input"));
  for (const [i, { name }] of outlets.entries()) {
    await options.view.run((document, wanted) => {
      const labels = document.querySelectorAll<HTMLElement>(".outlet-choices label");
      const isIts = (label: HTMLElement) => label.querySelector("bdi")?.innerText === wanted;
      Array.from(labels).find(isIts)?.click();
    }, name);
    // The form is drawn again after each.
    await waitFor(`${name} to be ticked`, async () =>
      (await ticked(options)) === i + 1 ? true : null,
    );
  }
  await options.press(".live button[type=submit]:enabled");
  await browser.answerPermissionPrompt?.(true);
  await waitFor("the outlets to be added", isThere(".outlet-row"));
}

function ticked({ view }: OptionsPage): Promise<number> {
  return view.run((document) => document.querySelectorAll(".outlet-choices input:checked").length);
}

/** Waits until every outlet was polled and its articles are stored, or there is no connection. */
export async function waitForPolls(options: OptionsPage): Promise<LiveStatus> {
  const ask = () => options.ask<LiveStatus>({ type: "outlets.status" });
  const isOver = ({ round, outlets, waitsFor }: LiveStatus) =>
    round === null &&
    (waitsFor === "connection" ||
      outlets.every(({ isPolling, health }) => !isPolling && health !== "new"));
  const probe = async () => {
    const status = await ask();
    return isOver(status) ? status : null;
  };
  return waitFor("the outlets to be polled", probe, POLLS_MS).catch(ask);
}
