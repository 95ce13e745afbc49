import { describe, expect, test } from "vitest";
import { OptionsPage } from "../../harness/options-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { violations } from "../accessibility/axe.ts";
import { useFolder } from "../own-folder.ts";
import { useBrowser } from "../session.ts";

const session = useBrowser(() => ({ body: "" }));
const { file } = useFolder();

const PAIRS = [
  {
    page: "https://www.harbour.example/ferry?utm_source=x",
    article: "https://coast.example/strike",
    pageTitle: "The ferry returns",
    articleTitle: "Bus drivers strike",
    at: "2026-05-02T08:00:00Z",
  },
  {
    page: "https://www.harbour.example/ferry?utm_source=x",
    article: "https://radio.example/storm",
    pageTitle: "The ferry returns",
    articleTitle: "",
    at: "2026-05-03T08:00:00Z",
  },
];
const written = (pairs: unknown, version = 1) =>
  JSON.stringify({ format: "second-source-corrections", version, pairs });

/** The entries as they are shown, once there are so many. */
async function entries(options: OptionsPage, count: number): Promise<string[]> {
  return waitFor(`${count} corrections`, async () => {
    const shown = await options.view.run((document) =>
      Array.from(document.querySelectorAll<HTMLElement>(".corrections li > div"), (entry) =>
        entry.innerText.replace(/\n+/g, " | "),
      ),
    );
    return shown.length === count ? shown : null;
  });
}

describe("the user's corrections in the options", () => {
  test("are imported from a file, and can be removed, cleared and restored", async () => {
    const options = await OptionsPage.open(session.browser);
    await options.importCorrections(file("corrections.json", written(PAIRS)));
    await options.waitForToast("2 corrections have been added.");
    expect(await entries(options, 2)).toEqual([
      expect.stringContaining("radio.example/storm | tells another story than | The ferry returns"),
      expect.stringContaining("Bus drivers strike | coast.example/strike"),
    ]);
    expect(await violations(options.view)).toEqual([]);

    await options.importCorrections(file("again.json", written(PAIRS)));
    await options.waitForToast("2 were already there.");
    await options.pressButton("Remove", ".corrections li");
    await entries(options, 1);
    await options.pressButton("Undo", ".toast");
    await entries(options, 2);
    await options.pressButton("Clear all");
    await entries(options, 0);
    await options.pressButton("Undo", ".toast");
    await entries(options, 2);
    await options.pressButton("Clear all");
    await entries(options, 0);
    await options.close();
  });

  test("appear once an article is rejected beside a page", async () => {
    const before = await OptionsPage.open(session.browser);
    await before.ask<null>({
      type: "story.correct",
      page: { url: "https://harbour.example/ferry", title: "The ferry returns" },
      articles: [
        { url: "https://coast.example/strike", title: "Bus drivers strike" },
        { url: "https://radio.example/strike", title: "Bus drivers strike" },
      ],
      verdict: "other-story",
    });
    await before.close();
    const options = await OptionsPage.open(session.browser);
    const shown = await entries(options, 2);
    expect(shown[0]).toContain("Bus drivers strike | coast.example/strike");
    await options.pressButton("Clear all");
    await entries(options, 0);
    await options.close();
  });

  test("are cleared by a reset, and restored by its undo", async () => {
    const options = await OptionsPage.open(session.browser);
    await options.importCorrections(file("corrections.json", written(PAIRS)));
    await entries(options, 2);
    await options.pressButton("Delete everything…");
    await options.pressButton("Delete", "#privacy");
    await options.waitForToast("All settings are as they were at installation.");
    await entries(options, 0);
    await options.pressButton("Undo", ".toast");
    await options.waitForToast("Everything is back.");
    expect(await entries(options, 2)).toEqual([
      expect.stringContaining("radio.example/storm"),
      expect.stringContaining("coast.example/strike"),
    ]);
    await options.pressButton("Clear all");
    await entries(options, 0);
    await options.close();
  });

  test("stay unchanged when a file cannot be read, and the reason is shown", async () => {
    const options = await OptionsPage.open(session.browser);
    await options.importCorrections(file("old.json", written([], 7)));
    const reason = await waitFor("the reason", async () => {
      const text = await options.view.run(
        (document) =>
          document.querySelector("input[accept*=json]")?.closest(".box")?.textContent ?? "",
      );
      return text.includes("was not imported") ? text.replaceAll(/[\u2068\u2069]/g, "") : null;
    });
    expect(reason).toContain("It is of version 7; this Second Source reads version 1.");
    await options.close();
  });
});
