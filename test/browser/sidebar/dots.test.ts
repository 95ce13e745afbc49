import { expect, test } from "vitest";
import type { View } from "../../harness/driven-browser.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { FUTURISM, useBrowser } from "../session.ts";

const session = useBrowser((url) => ({ body: standInPage({ title: "A story", site: url.host }) }));

/** Clicks so many pixels below the first dot that is not the page's; whether its article then has the focus. */
function choosesBelow(view: View, pixels: number): Promise<boolean> {
  return view.run(async (document, below) => {
    document.querySelector<HTMLElement>("h2[tabindex]")?.focus();
    const dot = document.querySelector<SVGElement>(".timeline circle.dot");
    const { x, y, width, height } = dot?.getBoundingClientRect() ?? new DOMRect();
    const at = { clientX: x + width / 2, clientY: y + height / 2 + below };
    const click = new MouseEvent("click", { bubbles: true, ...at });
    document.elementFromPoint(at.clientX, at.clientY)?.dispatchEvent(click);
    // What was chosen is drawn before the next task.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const card = document.activeElement?.closest<HTMLElement>("[data-address]");
    return card?.dataset["address"] === dot?.dataset["stop"];
  }, pixels);
}

test("a click within 12 pixels of a dot chooses its article", async () => {
  const page = await session.open(FUTURISM);
  const view = await session.sidebar(page);
  await expect.poll(() => choosesBelow(view, 0)).toBe(true);
  await expect.poll(() => choosesBelow(view, 11)).toBe(true);
  expect(await choosesBelow(view, 14)).toBe(false);
  await page.close();
});
