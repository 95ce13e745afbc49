import { beforeAll, describe, expect, test } from "vitest";
import { articleAddress, writeEdition } from "../../../scripts/torture/editions.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { useFolder } from "../own-folder.ts";
import { useBrowser } from "../session.ts";
import { RECORD, STORY } from "./harbour.ts";

const session = useBrowser(() => undefined);
const { folder, file } = useFolder();

let options: OptionsPage;
beforeAll(async () => {
  options = await OptionsPage.open(session.browser);
  await options.add("Harbour", [file("harbour.json", JSON.stringify(RECORD))]);
});

describe("while an import runs", () => {
  /** So many that the import still runs, on any machine, when another page is answered and when its worker is stopped. */
  const MANY = 120_000;

  test("other pages are answered, the options can be closed, and the badge shows the progress", async () => {
    const other = await session.browser.openExtensionPage("popup.html");
    await options.chooseFiles(writeEdition(folder, "first", MANY));
    await options.waitForPanel("Before it is added");
    await options.nameIt("Many");
    await options.confirm("toolbar");
    await options.waitForPanel("Adding");
    await options.close();
    const seen = await other.view.run(async (_document, url) => {
      const scope = globalThis as unknown as { browser?: Api; chrome: Api };
      const api = scope.browser ?? scope.chrome;
      let answers = 0;
      const badges = new Set<string>();
      for (;;) {
        const request = { type: "coverage.ofTab", tab: 999_998, url, claims: [], statement: null };
        const answer = await api.runtime.sendMessage(request);
        if (answer.value.coverage.kind !== "article") throw new Error("no answer");
        badges.add(await api.action.getBadgeText({}));
        const status = await api.runtime.sendMessage({ type: "status" });
        if (status.value.job === null) return { answers, badges: [...badges] };
        answers++;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }, STORY);
    await other.page.close();
    options = await OptionsPage.open(session.browser);
    expect(seen.answers).toBeGreaterThan(0);
    expect(seen.badges.some((text) => /^\d+%$/.test(text))).toBe(true);
    expect((await options.dataSet("Many"))?.articles).toBe(MANY);
    expect((await options.coverageOf(articleAddress(MANY - 1))).kind).toBe("article");
  });

  /** Leaves an import to a worker that is stopped in the middle of it. */
  async function interruptImport(name: string): Promise<void> {
    await options.chooseFiles(writeEdition(folder, "second", MANY));
    await options.waitForPanel("Before it is added");
    await options.nameIt(name);
    await options.confirm("toolbar");
    await options.waitForPanel("Adding");
    await session.browser.stopBackground();
    await options.waitForPanel("interrupted");
  }

  test("a stopped worker leaves the choice to resume it", async () => {
    await interruptImport("Cut short");
    await options.pressButton("Resume", ".panel");
    await options.waitUntilAdded("Cut short");
    expect((await options.dataSet("Cut short"))?.articles).toBe(MANY);
  });

  test("a stopped worker leaves the choice to discard it without a trace", async () => {
    const before = await options.keptSources();
    await interruptImport("Discarded");
    await options.pressButton("Discard", ".panel");
    await waitFor("the import to be gone", async () =>
      (await options.status()).job === null ? true : null,
    );
    expect(await options.dataSet("Discarded")).toBeUndefined();
    expect((await options.keptSources()).sort()).toEqual(before.sort());
  });
});

interface Api {
  runtime: {
    sendMessage(message: unknown): Promise<{
      value: { coverage: { kind: string }; job: unknown };
    }>;
  };
  action: { getBadgeText(of: object): Promise<string> };
}
