import { describe, expect, test } from "vitest";
import { OptionsPage } from "../../harness/options-page.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { RECORD } from "../data-sets/harbour.ts";
import { useFolder } from "../own-folder.ts";
import { click, FUTURISM, textOf, useBrowser } from "../session.ts";
import { violations } from "./axe.ts";

const session = useBrowser((url) => ({
  body: standInPage({ title: "A story", site: url.hostname }),
}));

const { file } = useFolder();

describe("axe finds no violation, light or dark", () => {
  test("in the sidebar, open and collapsed", async () => {
    const page = await session.open(FUTURISM);
    const view = await session.sidebar(page);
    expect(await violations(view)).toEqual([]);
    await click(view, 'button[aria-label="Collapse to a tab"]');
    await waitFor("the tab", () =>
      view.run((document) => (document.querySelector(".tab") === null ? null : true)),
    );
    expect(await violations(view)).toEqual([]);
    await page.close();
  });

  test("in the popup, with a story and with an outlet", async () => {
    for (const [address, text] of [
      [FUTURISM, "3 other articles"],
      ["https://futurism.com/other", "Typical quality"],
    ] as const) {
      const page = await session.open(address);
      const popup = await session.browser.openPopup(page);
      await waitFor("the answer", async () => ((await textOf(popup)).includes(text) ? true : null));
      expect(await violations(popup)).toEqual([]);
      await page.close();
    }
  });

  test("in the options", async () => {
    const { page, view } = await session.browser.openExtensionPage("options.html");
    await waitFor("the options", async () =>
      (await textOf(view)).includes("Comes with the extension") ? true : null,
    );
    expect(await violations(view)).toEqual([]);
    await page.close();
  });

  test("in the steps of an import, and where a data set was deleted", async () => {
    const options = await OptionsPage.open(session.browser);
    await options.chooseFiles(file("table.csv", "Wort,Netz\nEine Brücke,https://a.example/1\n"));
    await options.waitForPanel("table.csv");
    expect(await violations(options.view)).toEqual([]);
    await options.pressButton("Cancel", ".import-form");
    const lines = [RECORD, { ...RECORD, webUrl: "ftp://nowhere" }].map((one) =>
      JSON.stringify(one),
    );
    await options.chooseFiles(file("harbour.jsonl", lines.join("\n")));
    await options.waitForPanel("cannot be used");
    await click(options.view, ".findings summary");
    expect(await violations(options.view)).toEqual([]);
    await options.confirm("toolbar");
    await options.waitForToast("has been added");
    await click(options.view, ".data-set-card .button-danger");
    await waitFor("the data set to be deleted", async () =>
      (await options.has(".deleted-data-set")) ? true : null,
    );
    expect(await violations(options.view)).toEqual([]);
    await options.close();
  });
});
