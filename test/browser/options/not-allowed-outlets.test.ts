import { beforeAll, expect, inject, test } from "vitest";
import type { LiveStatus } from "../../../core/protocol/live-status.ts";
import { builtExtension } from "../../harness/drive-browser.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { permittedExtension } from "../../harness/permitted-extension.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { useBrowser } from "../session.ts";

const OUTLETS = Array.from({ length: 60 }, (_, i) => ({
  name: `Outlet ${i + 1}`,
  domains: [`outlet-${i + 1}.example`],
  feed: `https://outlet-${i + 1}.example/feed`,
  country: "FR",
  language: "fr",
  isPaused: true,
}));
const ALLOWED = 20;

// The user has allowed the sites of twenty of them.
const { folder, remove } = await permittedExtension(
  builtExtension(inject("browser")),
  OUTLETS.slice(0, ALLOWED).map(({ domains: [domain] }) => `*://*.${domain}/*`),
);
const session = useBrowser(() => ({ body: "" }), { extension: folder });

let options: OptionsPage;
beforeAll(async () => {
  options = await OptionsPage.open(session.browser);
  await options.ask({ type: "outlets.add", outlets: OUTLETS });
  await waitFor("the outlets", async () => ((await options.has(".not-allowed")) ? true : null));
  return remove;
});

const notAllowed = async () => {
  const { outlets } = await options.ask<LiveStatus>({ type: "outlets.status" });
  return outlets.filter(({ health }) => health === "not-allowed").length;
};
const outletsText = () =>
  options.view.run((document) => document.querySelector<HTMLElement>(".live")?.innerText ?? "");

test.each([360, 768, 1280])(
  "40 of 60 outlets that are not allowed take one line, at a width of %i",
  async (width) => {
    await options.page.setViewport({ width, height: 740 });
    const { height, beyond } = await options.view.run((document) => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const { height } = document.querySelector(".live")?.getBoundingClientRect() ?? {};
      return { height: height ?? 0, beyond: scrollWidth - clientWidth };
    });
    expect(await outletsText()).toContain("40 outlets are not checked");
    expect(height).toBeGreaterThan(100);
    expect(height).toBeLessThan(1500);
    expect(beyond).toBe(0);
  },
);

test("one click and one question of the browser allow all of them", async () => {
  expect(await notAllowed()).toBe(OUTLETS.length - ALLOWED);
  // Only Firefox's driver reaches the question.
  if (session.browser.answerPermissionPrompt === null) return;
  await options.press(".not-allowed button");
  await session.browser.answerPermissionPrompt(true);
  await waitFor("the outlets to be allowed", async () =>
    (await options.has(".not-allowed")) ? null : true,
  );
  expect(await notAllowed()).toBe(0);

  // What the user takes back in the browser's own settings is seen at once.
  await options.view.run(
    (_document, origins) => {
      const { permissions } = (globalThis as unknown as { browser: Permissions }).browser;
      return permissions.remove({ origins });
    },
    OUTLETS.slice(ALLOWED).map(({ domains: [domain] }) => `*://*.${domain}/*`),
  );
  await waitFor("the outlets to be shown as not allowed", async () =>
    (await outletsText()).includes("40 outlets are not checked") ? true : null,
  );
});

interface Permissions {
  readonly permissions: {
    remove(wanted: { readonly origins: readonly string[] }): Promise<boolean>;
  };
}
