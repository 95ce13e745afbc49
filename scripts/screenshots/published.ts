import { publishedInEveryState, publishedPreview } from "../../test/fixtures/published-sets.ts";
import type { DrivenBrowser } from "../../test/harness/driven-browser.ts";
import { madeUpOptions } from "../../test/harness/made-up-options.ts";
import { shootAll } from "./shoot.ts";

/** Published data sets: the two forms to add one, and cards in every state, folded and with their details. */
export async function shootPublished(browser: DrivenBrowser): Promise<void> {
  const sets = publishedInEveryState(Date.now());
  const preview = { kind: "preview", preview: publishedPreview(60) } as const;
  for (const language of ["en", "de", "ar"]) {
    const published = { sets, canSubscribe: true };
    const page = await madeUpOptions(browser, { published, preview }, language);
    const shootState = (state: string, part: string) =>
      shootAll(page, `published-${state}-${language}`, {
        part,
        ...(language === "de" && { widths: [360] }),
      });
    await shootState("cards", ".published");
    await page.click(".published summary");
    await page.waitForSelector(".published .speaks-for");
    await page.click(".published details details summary");
    await shootState("details", ".published .data-set-card");
    await page.click(".published .buttons > button");
    await shootState("address", ".published .panel");
    await page.type(".published input[type=text]", "data.example/world/");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".published .languages");
    await shootState("preview", ".published .panel");
    await page.close();
  }
}
