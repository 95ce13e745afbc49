import { expect, test } from "vitest";
import type { LiveStatus } from "../../../core/protocol/live-status.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { useFolder } from "../own-folder.ts";
import { useBrowser } from "../session.ts";

const session = useBrowser(() => ({ body: standInPage({ title: "A story", site: "An outlet" }) }), {
  asksPermissions: true,
});
const { file } = useFolder();

test("what is saved to a file comes back from it after everything was deleted", async () => {
  const options = await OptionsPage.open(session.browser);
  const outlet = {
    name: "Gazette",
    domains: ["gazette.example"],
    feed: "https://gazette.example/rss",
    country: "FR",
    language: "fr",
    isPaused: true,
  };
  const outlets = async () => {
    const { outlets } = await options.ask<LiveStatus>({ type: "outlets.status" });
    return outlets.filter(({ removedAt }) => removedAt === null).map(({ name }) => name);
  };
  await options.ask({ type: "settings.change", change: { remoteImages: true } });
  await options.ask({ type: "outlets.add", outlets: [outlet] });
  await waitFor("the outlet", async () => ((await options.has(".outlet-row")) ? true : null));

  // What the page hands over as a download is kept instead.
  await options.view.run(() => {
    const scope = globalThis as unknown as { saved?: Promise<string> };
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) scope.saved = blob.text();
      return make(blob);
    };
  });
  await options.pressButton("Save to a file", ".backup");
  await options.waitForToast("Your data has been saved to a file.");
  const saved = await options.view.run(
    () => (globalThis as unknown as { saved?: Promise<string> }).saved ?? "",
  );

  await options.pressButton("Delete everything…", "#privacy");
  await options.pressButton("Delete", "#privacy");
  await options.waitForToast("Deleted: 1 outlet. All settings are as they were at installation.");
  expect(await outlets()).toEqual([]);

  const input = await waitFor("the file button", () => options.page.$(".backup input[type=file]"));
  const upload = input as unknown as { uploadFile(path: string): Promise<void> };
  await upload.uploadFile(file("everything.json", saved));
  await options.waitForPanel("Nothing that you have is deleted.");
  expect(await options.panel()).toContain("Gazette");
  expect(await outlets()).toEqual([]);
  await options.press(".backup button[type=submit]");
  await session.browser.answerPermissionPrompt?.(true);
  await options.waitForToast("has been imported.");
  expect(await outlets()).toEqual(["Gazette"]);
  expect((await options.status()).settings.remoteImages).toBe(true);

  await options.pressButton("Undo", ".toast");
  await options.waitForToast("All is as it was before the import.");
  expect(await outlets()).toEqual([]);
  expect((await options.status()).settings.remoteImages).toBe(false);
  await options.close();
});
