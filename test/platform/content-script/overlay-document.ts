import "./stand-ins.ts";
import { vi } from "vitest";
import { pageKey } from "../../../core/page/page-key.ts";
import type { PageVerdict } from "../../../core/protocol/responses.ts";
import { Overlay } from "../../../platform/content-script/overlay.ts";
import { frameAddresses, native } from "./stand-ins.ts";

/** The overlay of the document. */
export let overlay: Overlay;
export const { sendMessage } = native.runtime;

/** The requests to the background about pages, with a stand-in for its answers by address. */
export const pageSeen = vi.fn<(message: unknown) => Promise<unknown>>();

/** Call before each test: a new document, at `/1`. */
export function openDocument(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  pageSeen.mockReset();
  sendMessage.mockReset();
  sendMessage.mockImplementation(async (message) => {
    const { type, url } = message as { type: string; url: string };
    return type === "page.key" ? { ok: true, value: pageKey(url) } : pageSeen(message);
  });
  frameAddresses.length = 0;
  history.replaceState(null, "", "/1");
  document.head.replaceChildren();
  overlay = new Overlay(document);
}

/** Call after each test. */
export function closeDocument(): void {
  overlay.unmount();
  vi.useRealTimers();
}

export function verdict(sidebar: PageVerdict["sidebar"]) {
  return { ok: true, value: { sidebar, width: 400 } };
}

/** The document shows a page, and the background answers with the form of the sidebar. */
export async function askAndHear(sidebar: PageVerdict["sidebar"]): Promise<void> {
  pageSeen.mockResolvedValueOnce(verdict(sidebar));
  await overlay.follow();
}

/** The data has changed, and this is the background's new answer. */
export async function hearAgain(sidebar: PageVerdict["sidebar"]): Promise<void> {
  pageSeen.mockResolvedValueOnce(verdict(sidebar));
  await overlay.refresh();
}
