import type { Browser, Page } from "puppeteer-core";

/**
 * The parts of WebDriver BiDi that Puppeteer does not offer: navigation that does not wait (a page
 * of an extension never reports that it is loaded), and Firefox's own windows (`moz:scope`), which
 * `--remote-allow-system-access` opens, for the toolbar button and the background page.
 */
interface Bidi {
  send(method: string, params: unknown): Promise<{ result: unknown }>;
}

/** Runs the body of an async function in Firefox's own window, and gives what it returns. */
export type InFirefox = (body: string) => Promise<unknown>;

function bidiOf(browser: Browser): Bidi {
  return (browser as unknown as { connection: Bidi }).connection;
}

/** A way into Firefox's own windows. */
export function scriptFirefox(browser: Browser): InFirefox {
  const bidi = bidiOf(browser);
  return async (body) => {
    const tree = await bidi.send("browsingContext.getTree", { "moz:scope": "chrome" });
    const [window] = (tree.result as { contexts: { context: string }[] }).contexts;
    const answer = await bidi.send("script.evaluate", {
      expression: `(async () => { ${body} })()`,
      target: { context: window?.context },
      awaitPromise: true,
    });
    const { type, result, exceptionDetails } = answer.result as {
      type: string;
      result?: { value?: unknown };
      exceptionDetails?: { text: string };
    };
    if (type !== "success") throw new Error(`in Firefox: ${exceptionDetails?.text}`);
    return result?.value;
  };
}

/** Has a page go to an address, without waiting for it. */
export async function startNavigation(browser: Browser, page: Page, url: string): Promise<void> {
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  await bidiOf(browser).send("browsingContext.navigate", { context, url, wait: "none" });
}
