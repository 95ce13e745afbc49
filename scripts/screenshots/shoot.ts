import { join, resolve } from "node:path";
import type { CDPSession, ElementHandle, Page } from "puppeteer-core";
import { ROOT } from "../tools/run-tool.ts";

/** Where the pictures of all views go. */
export const SHOTS = join(ROOT, "artifacts", "screenshots");

/** Where the pictures of the README and of `docs/` go. */
export const FIGURES = join(ROOT, "docs", "figures");

/** The user's choice of colours: light, dark, or the system's few ("forced colours"). */
export type Scheme = "light" | "dark" | "forced";

/** px */
const WIDTHS = [360, 768, 1280];

const emulations = new WeakMap<Page, CDPSession>();

/** Gives a page its size and colours. */
export async function setUp(
  page: Page,
  width: number,
  height: number,
  scheme: Scheme,
): Promise<void> {
  await page.setViewport({ width, height });
  // What is emulated ends with its session.
  const devTools = emulations.get(page) ?? (await page.createCDPSession());
  emulations.set(page, devTools);
  const features = [
    { name: "prefers-color-scheme", value: scheme === "dark" ? "dark" : "light" },
    { name: "forced-colors", value: scheme === "forced" ? "active" : "none" },
  ];
  await devTools.send("Emulation.setEmulatedMedia", { features });
}

/**
 * Draws what is in view of a page, or an element, once frames had a moment to resize and paint.
 *
 * @param name of the file, without its ending; beside the other pictures where it has no folder
 */
export async function shoot(
  what: Page | ElementHandle,
  name: string,
  isFullPage = false,
): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 400));
  const path = resolve(SHOTS, `${name}.png`) as `${string}.png`;
  if ("setViewport" in what) await what.screenshot({ path, fullPage: isFullPage });
  else await what.screenshot({ path });
}

/** Draws the right edge of a window of 1280 × 800, with the sidebar in it as it is. */
export async function shootBesidePage(page: Page, name: string): Promise<void> {
  await page.screenshot({
    path: resolve(SHOTS, `${name}.png`) as `${string}.png`,
    clip: { x: 912, y: 0, width: 368, height: 800 },
    // Otherwise the window gets another size for it, and the sidebar another place.
    captureBeyondViewport: false,
  });
}

/** How a page is drawn in all sizes and colours. */
interface Drawing {
  readonly schemes?: readonly Scheme[];
  /** px */
  readonly widths?: readonly number[];
  /** px; default 900 */
  readonly height?: number;
  /** CSS selector of the part that is drawn; default what is in view. */
  readonly part?: string;
  /** The page in its full height. */
  readonly isFullPage?: boolean;
}

/** Draws a page, or a part of it, in all sizes and colours: `NAME-WIDTH-SCHEME.png`. */
export async function shootAll(page: Page, name: string, drawing: Drawing = {}): Promise<void> {
  const { part, isFullPage = false, height = 900 } = drawing;
  for (const scheme of drawing.schemes ?? ["light", "dark", "forced"])
    for (const width of drawing.widths ?? WIDTHS) {
      await setUp(page, width, height, scheme);
      const what = part === undefined ? page : await page.$(part);
      if (what === null) throw new Error(`${name}: no ${part}`);
      await shoot(what, `${name}-${width}-${scheme}`, isFullPage);
    }
}

/** Opens every part of a page that is folded. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}
