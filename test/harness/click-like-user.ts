import type { ElementHandle, Page } from "puppeteer-core";
import { waitFor } from "./wait-for.ts";

/** How long a click may take to reach its element, ms, before it counts as missed. */
const ARRIVES_WITHIN = 2000;

/**
 * Clicks with the mouse at the place of an element, once it is there. If the page moves between measuring the place
 * and the click, since something above the element grows, the click misses: then it is made again.
 */
export async function clickLikeUser(page: Page, selector: string): Promise<void> {
  await waitFor(`a click on ${selector}`, async () => {
    const element = await page.$(selector);
    if (element === null) return null;
    await page.bringToFront();
    return (await clickAndConfirm(element)) ? true : null;
  });
}

/** Whether the element received the click. */
async function clickAndConfirm(element: ElementHandle): Promise<boolean> {
  const click = await element.evaluateHandle((target) => {
    const state = { isReceived: false };
    const receive = () => {
      state.isReceived = true;
    };
    target.addEventListener("click", receive, { capture: true, once: true });
    return state;
  });
  await element.click();
  const deadline = Date.now() + ARRIVES_WITHIN;
  do {
    // A page that the click closed has received it.
    if (await click.evaluate(({ isReceived }) => isReceived).catch(() => true)) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  } while (Date.now() < deadline);
  return false;
}
