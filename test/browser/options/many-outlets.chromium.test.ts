import { beforeAll, describe, expect, test } from "vitest";
import { OptionsPage } from "../../harness/options-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { useBrowser } from "../session.ts";

// In Chromium alone, where the permission for all these sites can be there from the start.
const session = useBrowser(() => ({ body: "" }), { asksPermissions: true });

let options: OptionsPage;
beforeAll(async () => {
  options = await OptionsPage.open(session.browser);
});

const widthBeyond = () =>
  options.view.run(
    ({ documentElement }) => documentElement.scrollWidth - documentElement.clientWidth,
  );

describe("the options with 60 outlets", () => {
  beforeAll(async () => {
    const outlets = Array.from({ length: 60 }, (_, i) => ({
      name: `Outlet ${i + 1}`,
      domains: [`outlet-${i + 1}.example`],
      feed: `https://outlet-${i + 1}.example/feed`,
      country: "FR",
      language: "fr",
      isPaused: true,
    }));
    await options.ask({ type: "outlets.add", outlets });
    await waitFor("the outlets", async () =>
      (await options.has(".outlets-folded")) ? true : null,
    );
  });

  test.each([360, 768, 1280])(
    "show them in less than 1,500 pixels at a width of %i",
    async (width) => {
      await options.page.setViewport({ width, height: 740 });
      const height = await options.view.run(
        (document) => document.querySelector(".live")?.getBoundingClientRect().height ?? 0,
      );
      expect(height).toBeGreaterThan(100);
      expect(height).toBeLessThan(1500);
      expect(await widthBeyond()).toBe(0);
    },
  );

  test.each([360, 1280])("have their parts a click away at a width of %i", async (width) => {
    await options.page.setViewport({ width, height: 740 });
    await options.press('.options-nav a[href="#sites"]');
    const shown = await waitFor("the part to be in view", () =>
      options.view.run((document) => {
        const marked = document.querySelector<HTMLElement>(".options-nav [aria-current]");
        const top = document.querySelector("#sites")?.getBoundingClientRect().top ?? -1;
        return marked?.innerText === "Sites" ? { top } : null;
      }),
    );
    expect(shown.top).toBeGreaterThanOrEqual(0);
    expect(shown.top).toBeLessThan(740);
  });
});
