import { vi } from "vitest";

/**
 * What happy-dom lacks of a page with a content script: import it before the modules under test.
 * Stand-ins: the browser's own extension interface, idle times, the top layer, a frame's window, and the layout
 * (styles are kept as they were set, not worked out).
 */
export const native = {
  runtime: {
    id: "second-source" as string | undefined,
    getURL: (path: string) => `chrome-extension://second-source/${path}`,
    sendMessage: vi.fn<(message: unknown) => Promise<unknown>>(),
  },
  dom: { openOrClosedShadowRoot: (element: Element) => roots.get(element) ?? null },
};
Object.assign(globalThis, { browser: native });

globalThis.requestIdleCallback = (callback) => {
  queueMicrotask(() => callback({ didTimeout: false, timeRemaining: () => 50 }));
  return 0;
};

const roots = new WeakMap<Element, ShadowRoot>();
const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  const root = attachShadow.call(this, init);
  roots.set(this, root);
  return root;
};

/** What lies at a point of the page, from the top to the bottom. */
export const layers = { at: (_x: number, _y: number): Element[] => [] };
Document.prototype.elementsFromPoint = (x, y) => layers.at(x, y);
Object.defineProperty(document.documentElement, "clientWidth", { get: () => innerWidth });

/** Elements that were put into the top layer. */
export const topLayer: HTMLElement[] = [];
HTMLElement.prototype.showPopover = function () {
  topLayer.push(this);
};

/** Addresses that frames were sent to. */
export const frameAddresses: string[] = [];
Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", {
  get: () => ({ location: { replace: (address: string) => frameAddresses.push(address) } }),
});

const styles = new WeakMap<Element, Map<string, string>>();
Object.defineProperty(HTMLElement.prototype, "style", {
  get(this: HTMLElement) {
    return {
      setProperty: (name: string, value: string, priority: string) => {
        const style = styles.get(this) ?? new Map<string, string>();
        styles.set(this, style.set(name, `${value} !${priority}`));
        this.setAttribute("style", Array.from(style, (entry) => entry.join(": ")).join("; "));
      },
    };
  },
});

/** The inline style of an element as it was last set, each as `value !priority`. */
export function styleOf(element: HTMLElement): Record<string, string> {
  return Object.fromEntries(styles.get(element) ?? []);
}

/** The sidebar's element on the page. */
export function overlayElement(): HTMLElement | null {
  return document.querySelector<HTMLElement>("html > div");
}

/** What the closed root of the sidebar's element holds. */
export function overlayFrame(): HTMLIFrameElement {
  const element = overlayElement();
  const frame = element && roots.get(element)?.firstElementChild;
  if (!(frame instanceof HTMLIFrameElement)) throw new Error("no sidebar on the page");
  return frame;
}
