import type { Page } from "puppeteer-core";
import { afterEach, describe, expect, test } from "vitest";
import type { OutletStatus } from "../../../core/protocol/live-status.ts";
import {
  liveOutlet,
  liveStatus,
  manyOutlets,
  outletsInEveryState,
} from "../../fixtures/live-outlets.ts";
import { madeUpOptions } from "../../harness/made-up-options.ts";
import { viewIn } from "../../harness/view.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { violations } from "../accessibility/axe.ts";
import { useFolder } from "../own-folder.ts";
import { useBrowser } from "../session.ts";

const session = useBrowser(() => ({ body: "" }));
const { file } = useFolder();
const now = Date.now();

let page: Page;
afterEach(() => page.close());

const open = async (outlets: readonly OutletStatus[], language?: string) => {
  page = await madeUpOptions(session.browser, { outlets: liveStatus(outlets) }, language);
  return viewIn(page);
};
const press = (label: string) =>
  page.evaluate((text) => {
    const buttons = document.querySelectorAll<HTMLElement>(".live button");
    const button = Array.from(buttons).find(({ innerText }) => innerText.trim() === text);
    if (button === undefined) throw new Error(`no button “${text}”`);
    button.click();
  }, label);
const waitForIt = (selector: string) => waitFor(selector, () => page.$(selector));
const unfold = () =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>(".live details"))
      details.open = true;
  });

describe("axe finds no violation in the live outlets", () => {
  test("when there are none", async () => {
    expect(await violations(await open([]))).toEqual([]);
  });

  test("in every state, all unfolded, one of them removed", async () => {
    const removed = liveOutlet("Evening Post", now, { removedAt: now });
    const view = await open([...outletsInEveryState(now), removed]);
    await unfold();
    await waitForIt(".outlet-details");
    expect(await violations(view)).toEqual([]);
  });

  test("while some are chosen from the list", async () => {
    const view = await open([
      liveOutlet("Al Arabiya English", now, {
        feed: "https://english.alarabiya.net/feed/rss2/en/news.xml",
      }),
    ]);
    await press("Choose outlets…");
    await waitForIt(".outlet-choices input:checked:disabled");
    expect(await violations(view)).toEqual([]);
  });

  test("while one is added by address, with a mistake", async () => {
    const view = await open([]);
    await press("Add by address…");
    await waitForIt(".panel button[type=submit]:enabled");
    await press("Add outlet");
    await waitForIt('.panel input[aria-invalid="true"]');
    expect(await violations(view)).toEqual([]);
  });

  test("while the name and site of one are changed", async () => {
    const view = await open([liveOutlet("Le Monde", now)]);
    await unfold();
    await waitForIt(".outlet-details");
    await press("Change name or site…");
    await waitForIt(".panel button[type=submit]:enabled");
    expect(await violations(view)).toEqual([]);
  });
});

test("the list of outlets is loaded when it is opened, and not before", async () => {
  const asked: string[] = [];
  await open([]);
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.reload();
  await waitForIt(".live");
  expect(asked.filter((path) => /outlets\.json|registrable-domain/.test(path))).toEqual([]);
  await press("Choose outlets…");
  await waitForIt(".outlet-choices");
  expect(asked.filter((path) => path === "/outlets.json")).toHaveLength(1);
});

test("an OPML file is read, and its content shown before anything is added", async () => {
  await open([liveOutlet("Gazette", now)]);
  const outlines = [
    "https://gazette.example/rss.xml",
    "http://coast.example/a?b=1&c",
    "https://10.0.0.1/x",
  ];
  const path = file(
    "feeds.opml",
    `<opml><body>${outlines.map((feed) => `<outline text="A" xmlUrl="${feed}"/>`).join("")}</body></opml>`,
  );
  const input = await waitForIt('.live input[type="file"]');
  await (input as unknown as { uploadFile(file: string): Promise<void> }).uploadFile(path);
  await waitForIt(".outlet-choices");
  const said = await page.evaluate(
    () => document.querySelector<HTMLElement>(".panel h3 + p")?.innerText,
  );
  expect(said).toBe("1 new feed, 1 already there, 1 that cannot be used");
});

describe("the live outlets are no wider than a narrow window", () => {
  test.each<[string, readonly OutletStatus[], string | undefined]>([
    ["in every state", outletsInEveryState(now), undefined],
    ["from right to left", outletsInEveryState(now), "ar"],
    ["in German", outletsInEveryState(now), "de"],
    ["200 of them", manyOutlets(200, now), undefined],
  ])("%s", async (_, outlets, language) => {
    await open(outlets, language);
    await page.setViewport({ width: 360, height: 740 });
    await unfold();
    await waitForIt(".outlet-details");
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBe(0);
  });

  test.each(["Choose outlets…", "Add by address…"])("while some are added: %s", async (label) => {
    await open([]);
    await page.setViewport({ width: 360, height: 740 });
    await press(label);
    await waitForIt(".panel button[type=submit]");
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBe(0);
  });
});
