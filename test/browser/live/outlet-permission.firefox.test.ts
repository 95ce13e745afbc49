import { expect, test } from "vitest";
import { OptionsPage } from "../../harness/options-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { useBrowser } from "../session.ts";

// Only Firefox's driver reaches the browser's permission prompt.
const session = useBrowser(() => ({ body: "<!doctype html><title>No feed</title>" }));

test("an outlet is added once access to its site is granted, which is requested within the click", async () => {
  const options = await OptionsPage.open(session.browser);
  const { view, page } = options;
  await waitFor("the live outlets", async () => ((await options.has(".live")) ? true : null));
  await options.pressButton("Add by address…", ".live");
  const submit = ".live button[type=submit]:enabled";
  await waitFor("the form", async () => ((await options.has(submit)) ? true : null));
  await view.run((document) => {
    const input = document.querySelector<HTMLInputElement>(".live input[type=text]");
    if (input === null) throw new Error("no field");
    input.value = "https://feeds.coast.example/rss";
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });

  await options.press(submit);
  await session.browser.answerPermissionPrompt?.(false);
  await options.waitForToast("The permission was not given; nothing has changed.");

  await options.press(submit);
  await session.browser.answerPermissionPrompt?.(true);
  await options.waitForToast("1 outlet has been added.");
  await expect.poll(() => options.has(".live .panel")).toBe(false);
  const granted = await view.run((_document) => {
    const scope = globalThis as unknown as {
      browser: { permissions: { getAll(): Promise<{ origins: string[] }> } };
    };
    return scope.browser.permissions.getAll();
  });
  expect(granted.origins).toContain("*://*.coast.example/*");
  expect(granted.origins).not.toContain("*://*/*");
  await page.close();
});
