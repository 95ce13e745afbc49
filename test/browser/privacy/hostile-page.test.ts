import { describe, expect, test } from "vitest";
import type { View } from "../../harness/driven-browser.ts";
import type { Site } from "../../harness/local-web.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { FUTURISM, useBrowser } from "../session.ts";
import { isBrowsersOwn } from "./browsers-own.ts";

/** A page's own script that records every event it can observe, from before the extension runs. */
const EAVESDROPPER = `<script>
  window.heard = [];
  const note = (what) => { try { heard.push(JSON.stringify(what)); } catch (error) { heard.push(String(what)); } };
  const describe = (event) => [event.type, event.key, event.data, event.origin, event.detail, event.blockedURI,
    event.message, event.relatedTarget && event.relatedTarget.outerHTML, event.composedPath().length];
  for (const type of ["message", "messageerror", "keydown", "keyup", "keypress", "input", "beforeinput", "focus",
    "focusin", "blur", "focusout", "load", "error", "securitypolicyviolation", "beforetoggle", "toggle", "selectionchange",
    "copy", "pointerdown", "click", "wheel", "scroll", "storage", "wxt:content-script-started"])
    addEventListener(type, (event) => note(describe(event)), true);
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) note(entry.toJSON()); })
    .observe({ entryTypes: PerformanceObserver.supportedEntryTypes });
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { note("attachShadow"); const root = attachShadow.call(this, init); window.stolen = root; return root; };
  for (const name of ["postMessage", "fetch", "open"]) { const real = window[name]; window[name] = function (...args) { note([name, String(args[0])]); return real.apply(this, args); }; }
  const append = Element.prototype.append;
  Element.prototype.append = function (...nodes) { note(["append", nodes.map((node) => node.outerHTML)]); return append.apply(this, nodes); };
  new MutationObserver((records) => { for (const record of records) for (const node of record.addedNodes) note(["added", node.nodeName, node.id, node.className]); })
    .observe(document, { childList: true, subtree: true });
</script>`;

const site: Site = (url) => ({
  body: standInPage({ title: "A story", site: url.hostname, head: EAVESDROPPER }),
});
const session = useBrowser(site);

/** What the sidebar shows and the page does not hold itself. */
const SECRETS = ["Examiner", "Business Insider", "Clearview", "upper third", "No. 3", "rated"];

describe("the script of a page that shows the sidebar", () => {
  test("cannot observe or read it, and learns nothing about the extension", async () => {
    const page = await session.open(FUTURISM);
    const view = await session.sidebar(page);
    // A user who types and clicks in the sidebar, with the page listening.
    await view.run((document) => document.querySelector<HTMLElement>("select")?.focus());
    await page.keyboard.type("q");
    const title = await middleOf(view, ".page-title");
    await page.mouse.click(title.x, title.y);
    const loot = await page.evaluate((secrets) => {
      const found: string[] = [];
      // Would give the page text that is selected in the sidebar, or found by the page's search.
      for (const secret of secrets) {
        const find = (window as unknown as { find?: (text: string) => boolean }).find;
        if (find?.call(window, secret)) found.push(`find: ${secret}`);
      }
      const selection = getSelection();
      selection?.selectAllChildren(document.documentElement);
      found.push(`selection: ${selection?.toString()}`);
      found.push(`text: ${document.documentElement.textContent}`);
      const host = document.documentElement.lastElementChild;
      found.push(`root: ${String(host?.shadowRoot)}`, `children: ${host?.childNodes.length}`);
      found.push(`attributes: ${host?.getAttributeNames().sort().join(" ")}`);
      found.push(`frames: ${window.length}`, `active: ${document.activeElement?.outerHTML}`);
      for (const entry of performance.getEntries()) found.push(`entry: ${entry.name}`);
      const point = document.elementFromPoint(innerWidth - 30, 60);
      found.push(`point: ${point?.nodeName} ${point?.id}`);
      found.push(`stolen: ${String((window as unknown as { stolen?: unknown }).stolen)}`);
      found.push(...(window as unknown as { heard: string[] }).heard);
      return found;
    }, SECRETS);
    const all = loot.join("\n");
    for (const secret of SECRETS) expect(all.includes(secret), secret).toBe(false);
    expect(all).not.toMatch(/(?:chrome|moz)-extension/);
    expect(all).not.toContain(session.browser.extensionOrigin.replace(/.*\/\//, ""));
    expect(loot).toContain("root: null");
    expect(loot).toContain("children: 0");
    expect(loot).toContain("attributes: style");
    expect(loot).toContain("frames: 0");
    expect(loot).toContain("stolen: undefined");
    // The recording works: it has the page's own load event, and the one element that was added.
    expect(all).toContain('"added","DIV","",""');
    await page.close();
  });

  test("gets none of the key events in it", async () => {
    const page = await session.open(FUTURISM);
    const view = await session.sidebar(page);
    await page.mouse.click(200, 300);
    await page.keyboard.press("a");
    await view.run((document) => document.querySelector<HTMLElement>("select")?.focus());
    await page.keyboard.press("z");
    const keys = await page.evaluate(() =>
      (window as unknown as { heard: string[] }).heard.filter((line) => line.startsWith('["key')),
    );
    expect(keys.some((line) => line.includes('"a"'))).toBe(true);
    expect(keys.some((line) => line.includes('"z"'))).toBe(false);
    await page.close();
  });

  test("cannot load any file of the extension by its known address", async () => {
    const page = await session.open(FUTURISM);
    await session.sidebar(page);
    const files = ["sidebar.html", "overlay.js", "popup.html", "manifest.json", "icon/48.png"];
    const reached = await page.evaluate(
      async (origin, names) => {
        const results: string[] = [];
        for (const name of names) {
          const ok = await fetch(`${origin}/${name}`).then(
            () => true,
            () => false,
          );
          const image = await new Promise<boolean>((resolve) => {
            const element = new Image();
            element.onload = () => resolve(true);
            element.onerror = () => resolve(false);
            element.src = `${origin}/${name}`;
          });
          if (ok || image) results.push(name);
        }
        return results;
      },
      session.browser.extensionOrigin,
      files,
    );
    // Firefox knows no addresses for one session: it draws the whole origin at random for each
    // profile, and that the page cannot learn it is asserted above.
    expect(reached).toEqual(session.browser.name === "firefox" ? ["sidebar.html"] : []);
    await page.close();
  });

  test("cannot style, move or paint over it: the frame stays in place and on top", async () => {
    const page = await session.open(FUTURISM);
    const view = await session.sidebar(page);
    // Lower than what the sidebar says: it is as high as the window lets it.
    await page.setViewport({ width: 1280, height: 640 });
    await expect.poll(() => frameSize(view)).toMatchObject({ width: 360, height: 624 });
    const before = await frameSize(view);
    await page.evaluate(() => {
      const style = document.createElement("style");
      style.textContent = `
        html > div, div { opacity: 0.1 !important; transform: translateX(400px) !important; width: 10px !important;
          clip-path: inset(50%) !important; visibility: hidden !important; pointer-events: none !important;
          display: none !important; filter: blur(9px) !important }
        div::before { content: "AD" !important; position: fixed !important; inset: 0 !important;
          z-index: 2147483647 !important; background: rgb(255, 0, 0) !important }
        div::after { content: "" !important; display: block !important; height: 200px !important }
        body { position: relative; z-index: 2147483647 }`;
      document.head.append(style);
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await frameSize(view)).toEqual(before);
    // What is hit at the frame's edges is the element the frame belongs to.
    const hits = await page.evaluate(() =>
      [
        [innerWidth - 30, 12],
        [innerWidth - 350, 400],
        [innerWidth - 30, 620],
      ].map(
        ([x = 0, y = 0]) =>
          document.elementFromPoint(x, y) === document.documentElement.lastElementChild,
      ),
    );
    expect(hits).toEqual([true, true, true]);
    // And what is painted there is the sidebar, not the page's red.
    const clip = { x: 1000, y: 20, width: 200, height: 300 };
    const picture = async () => Buffer.from(await page.screenshot({ clip })).toString("base64");
    const without = async (isWithout: boolean) => {
      await page.evaluate((disabled) => {
        const style = document.head.lastElementChild;
        if (style instanceof HTMLStyleElement) style.disabled = disabled;
      }, isWithout);
      return picture();
    };
    // A browser that is busy may still be drawing the sidebar: then both pictures are taken again.
    await waitFor("the same picture with and without the page's style", async () =>
      (await without(false)) === (await without(true)) ? true : null,
    );
    await page.close();
  });

  test("gets no layout shift from it", async () => {
    const page = await session.open(FUTURISM);
    const view = await session.sidebar(page);
    await waitFor("the frame", () => frameSize(view));
    const shifts = await page.evaluate(() => {
      const { heard } = window as unknown as { heard: string[] };
      return {
        shifts: heard.filter((line) => line.includes('"layout-shift"')),
        scrollWidth: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      };
    });
    expect(shifts).toEqual({ shifts: [], scrollWidth: 0 });
    await page.close();
  });
});

describe("requests", () => {
  test("go to the page itself and nowhere else", async () => {
    const before = session.web.requests.length;
    const page = await session.open(FUTURISM);
    await session.sidebar(page);
    const popup = await session.browser.openPopup(page);
    await waitFor("the popup's answer", () =>
      popup.run((document) => (document.querySelector(".cards") === null ? null : true)),
    );
    const requests = session.web.requests
      .slice(before)
      .filter((request) => !isBrowsersOwn(new URL(request).hostname));
    expect(requests.filter((request) => new URL(request).pathname !== "/favicon.ico")).toEqual([
      FUTURISM,
    ]);
    const hosts = new Set(session.web.hosts.filter((host) => !isBrowsersOwn(host)));
    expect([...hosts]).toEqual(["futurism.com"]);
    await page.close();
  });
});

/** Where the middle of what `selector` names in the sidebar lies on the page: text, so that a click opens nothing. */
async function middleOf(view: View, selector: string): Promise<{ x: number; y: number }> {
  const inFrame = await view.run((document, target) => {
    const box = document.querySelector(target)?.getBoundingClientRect();
    if (box === undefined) throw new Error(`nothing at ${target}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, selector);
  const { left, top } = FRAME;
  return { x: left + inFrame.x, y: top + inFrame.y };
}

/** The sidebar's place in a window of 1280 × 800, CSS pixels. */
const FRAME = { left: 1280 - 360 - 8, top: 8 } as const;

/** Size of the sidebar's frame once it is at its width, CSS pixels. */
async function frameSize(view: View): Promise<{ width: number; height: number } | null> {
  const size = await view.run(() => ({ width: innerWidth, height: innerHeight }));
  return size.width === 360 ? size : null;
}
