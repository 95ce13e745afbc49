import { describe, expect, test } from "vitest";
import type { Site } from "../../harness/local-web.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { click, FUTURISM, textOf, useBrowser } from "../session.ts";

/** Hosts of the pictures in the bundled record's related articles. */
const PICTURE_HOSTS = ["i.insider.com", "mediadc.brightspotcdn.com"];
const asked: { host: string; referrer: string | undefined }[] = [];

const site: Site = (url, request) => {
  if (!PICTURE_HOSTS.includes(url.hostname))
    return { body: standInPage({ title: "A story", site: url.hostname }) };
  asked.push({ host: url.hostname, referrer: request.headers.referer });
  return {
    headers: { "content-type": "image/svg+xml" },
    body: "<svg xmlns='http://www.w3.org/2000/svg'/>",
  };
};
const session = useBrowser(site);

describe("pictures from the articles' own servers", () => {
  test("are not requested unless the user has switched them on", async () => {
    const page = await session.open(FUTURISM);
    const view = await session.sidebar(page);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await view.run((document) => document.querySelectorAll("img").length)).toBe(0);
    expect(asked).toEqual([]);
    await page.close();
  });

  test("are shown once switched on, requested without a referrer", async () => {
    const { page: options, view: settings } =
      await session.browser.openExtensionPage("options.html");
    await waitFor("the options", async () =>
      (await textOf(settings)).includes("Show pictures") ? true : null,
    );
    await click(settings, "#reading .switch-input");
    await waitFor("the setting", async () =>
      (await textOf(settings)).includes("Saved") ? true : null,
    );
    await options.close();
    const page = await session.open(FUTURISM);
    const view = await session.sidebar(page);
    expect(await view.run((document) => document.querySelectorAll("img").length)).toBe(2);
    await waitFor("a picture", () => (asked.length > 0 ? true : null));
    expect(PICTURE_HOSTS).toContain(asked[0]?.host);
    expect(asked.map(({ referrer }) => referrer)).toEqual(asked.map(() => undefined));
    await page.close();
  });
});
