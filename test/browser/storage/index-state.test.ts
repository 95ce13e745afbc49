import { describe, expect, test } from "vitest";
import type { View } from "../../harness/driven-browser.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import {
  BUSINESS_INSIDER,
  click,
  FUTURISM,
  relatedOutlets,
  textOf,
  useBrowser,
} from "../session.ts";
import { damageBlocks, wipeDatabase } from "./database.ts";

const session = useBrowser((url) => ({
  body: standInPage({ title: "A story", site: url.hostname }),
}));

/** Runs `change` on the extension's own storage, with the background stopped before and after. */
async function tamper(change: (view: View) => Promise<unknown>): Promise<void> {
  const { page, view } = await session.browser.openExtensionPage("options.html");
  await waitFor("the options", async () =>
    (await textOf(view)).includes("Comes with the extension") ? true : null,
  );
  await session.browser.stopBackground();
  await change(view);
  await page.close();
}

async function answerOn(address: string): Promise<{ outlets: string[]; text: string }> {
  const page = await session.open(address);
  await session.sidebar(page);
  await session.settled();
  const view = await session.sidebar(page);
  const answer = { outlets: await relatedOutlets(view), text: await textOf(view) };
  if (answer.text.includes("Dismiss")) await click(view, ".notice button");
  await waitFor("the notice to go", async () =>
    (await textOf(view)).includes("Dismiss") ? null : true,
  );
  await page.close();
  return answer;
}

describe("an index that is lost or damaged", () => {
  test("a wiped database is noticed and rebuilt with a notice; settings survive", async () => {
    await tamper(async (view) => {
      await view.run((document) => {
        const field = document.querySelector("select");
        if (field === null) throw new Error("no select");
        field.value = "tab";
        field.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await waitFor("the setting", async () =>
        (await textOf(view)).includes("Saved") ? true : null,
      );
      await session.browser.stopBackground();
      await wipeDatabase(view);
    });
    const page = await session.open(BUSINESS_INSIDER);
    await session.sidebar(page);
    await session.settled();
    const view = await session.sidebar(page);
    expect(await view.run((document) => document.querySelector(".tab-count")?.textContent)).toBe(
      "3",
    );
    await click(view, ".tab");
    expect(await textOf(view)).toContain("The browser had lost the index, so it has been rebuilt.");
    await page.close();
    const { page: options, view: optionsView } =
      await session.browser.openExtensionPage("options.html");
    await waitFor("the options", async () =>
      (await textOf(optionsView)).includes("Reset everything") ? true : null,
    );
    await click(optionsView, ".button-danger");
    await waitFor("the reset", async () =>
      (await textOf(optionsView)).includes("Everything has been reset") ? true : null,
    );
    await options.close();
  });

  test.each(["meta", "docs", "urls", "domains"])(
    "damaged %s blocks are noticed by their checksum and the answer is right all the same",
    async (kind) => {
      await tamper(async (view) => expect(await damageBlocks(view, kind)).toBeGreaterThan(0));
      const { outlets, text } = await answerOn(FUTURISM);
      expect(outlets).toEqual(["Business Insider", "Washington Examiner", "Wall Street Journal"]);
      expect(text).toContain("it has been rebuilt");
    },
  );

  test("the next page is answered without a notice", async () => {
    const { outlets, text } = await answerOn(FUTURISM);
    expect(outlets).toHaveLength(3);
    expect(text).not.toContain("has been rebuilt");
  });

  test("an unfinished generation beside the index is deleted by the next build", async () => {
    await tamper((view) =>
      view.run(
        () =>
          new Promise<void>((resolve) => {
            const opening = indexedDB.open("second-source");
            opening.onsuccess = () => {
              const transaction = opening.result.transaction("blocks", "readwrite");
              for (const generation of ["0000-left", "ffff-left", "zzzz"])
                transaction.objectStore("blocks").put(new Uint8Array(8), [generation, "urls/0"]);
              transaction.oncomplete = () => {
                opening.result.close();
                resolve();
              };
            };
          }),
      ),
    );
    expect((await answerOn(FUTURISM)).outlets).toHaveLength(3);
    const { page, view } = await session.browser.openExtensionPage("options.html");
    await waitFor("the options", async () =>
      (await textOf(view)).includes("Comes with the extension") ? true : null,
    );
    await click(view, ".tools .buttons:first-child button:last-child");
    await waitFor("the rebuild", async () =>
      (await textOf(view)).includes("The index has been rebuilt") ? true : null,
    );
    const generations = await view.run(
      () =>
        new Promise<string[]>((resolve) => {
          const opening = indexedDB.open("second-source");
          opening.onsuccess = () => {
            const listing = opening.result.transaction("blocks").objectStore("blocks").getAllKeys();
            listing.onsuccess = () => {
              opening.result.close();
              resolve(listing.result.map((key) => String((key as string[])[0])));
            };
          };
        }),
    );
    expect(generations).not.toEqual([]);
    expect(generations.filter((name) => /left|zzzz/.test(name))).toEqual([]);
    await page.close();
  });
});
