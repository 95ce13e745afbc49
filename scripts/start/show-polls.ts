import type { Coverage, KnownSummary } from "../../core/coverage/coverage.ts";
import type { OutletEntry } from "../../core/outlets/subscription.ts";
import type { OutletStatus } from "../../core/protocol/live-status.ts";
import { answeredSidebar } from "../../test/harness/answered-sidebar.ts";
import type { DrivenBrowser } from "../../test/harness/driven-browser.ts";
import { OptionsPage } from "../../test/harness/options-page.ts";
import { waitFor } from "../../test/harness/wait-for.ts";
import { outletLines, storyLines } from "./live-lines.ts";
import { type StoryMember, sharedStories } from "./shared-stories.ts";
import { saveScreenshot } from "./show-in-browser.ts";
import { sidebarLines } from "./sidebar-lines.ts";
import { subscribe, waitForPolls } from "./subscribe.ts";

/** How many pages are tried: one may be slow or have moved. */
const MOST_TRIED = 3;
const SIDEBAR_MS = 20_000;

/**
 * Subscribes to outlets, polls them and prints what that brought. Then opens an article of a story that several of
 * them have, and prints what the sidebar says.
 *
 * @param outlets of the starter list
 * @returns `false` when none could be polled
 */
export async function showPolls(
  browser: DrivenBrowser,
  outlets: readonly OutletEntry[],
): Promise<boolean> {
  const options = await OptionsPage.open(browser);
  console.log(`Subscribing to ${outlets.map(({ name }) => name).join(", ")}`);
  await subscribe(browser, options, outlets);
  console.log("Polling their feeds…\n");
  const { outlets: polled } = await waitForPolls(options);
  const together: (readonly StoryMember[])[] = [];
  for (const outlet of polled) {
    const latest = await latestOf(options, outlet);
    const words = await wordsOf(options, outlet);
    console.log(`${outletLines({ outlet, words, latest }).join("\n")}\n`);
    for (const { url } of latest) together.push(storyIn(await options.coverageOf(url)));
  }
  const section = await options.page.$(".live");
  if (section !== null) await saveScreenshot(section, `start-live-options-${browser.name}`);
  if (!polled.some(({ health }) => health === "good")) return false;
  const stories = sharedStories(together);
  console.log(`\n${storyLines(stories).join("\n")}\n`);
  if (stories[0] !== undefined) await openOneOf(browser, stories[0]);
  return true;
}

/** The page and the articles of its story, copies included. */
function storyIn(coverage: Coverage): readonly StoryMember[] {
  if (coverage.kind !== "article") return [];
  const { page, related } = coverage;
  return [page, ...related, ...related.flatMap(({ copies }) => copies)];
}

async function latestOf(
  options: OptionsPage,
  { domains }: OutletStatus,
): Promise<readonly KnownSummary[]> {
  const coverage = await options.coverageOf(`https://${domains[0]}/`);
  return coverage.kind === "outlet" ? coverage.latest : [];
}

/** The state of an outlet in the options page's words, once the page shows the poll. */
function wordsOf(options: OptionsPage, { name, health }: OutletStatus): Promise<string[]> {
  const read = () =>
    options.view.run(
      (document, name, health) => {
        const rows = document.querySelectorAll<HTMLElement>(`.outlet-row[data-health="${health}"]`);
        const row = Array.from(rows).find((one) => one.querySelector("bdi")?.innerText === name);
        const texts = row?.querySelectorAll<HTMLElement>(
          ".tag, .outlet-line > .fine, .outlet-today, .trouble p, .outlet-note",
        );
        return texts === undefined
          ? null
          : Array.from(texts, ({ innerText }) => innerText.replace(/[\u2068\u2069]/g, "").trim());
      },
      name,
      health,
    );
  return waitFor(`the options to know of ${name}`, read);
}

/** Opens the latest article of a story, so that the others were earlier, and prints the sidebar. */
async function openOneOf(browser: DrivenBrowser, story: readonly StoryMember[]): Promise<void> {
  for (const { url } of [...story].reverse().slice(0, MOST_TRIED)) {
    console.log(`Opening ${url}`);
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: "domcontentloaded" }).catch(() => null);
    const view = await answeredSidebar(browser, page, SIDEBAR_MS).catch(() => null);
    if (view !== null) {
      console.log(await sidebarLines(view));
      await saveScreenshot(page, `start-live-${browser.name}`);
      return;
    }
    console.log("The page did not show the sidebar in time.");
    await page.close();
  }
}
