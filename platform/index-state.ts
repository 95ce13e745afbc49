import browser from "webextension-polyfill";
import * as z from "zod/mini";
import type { Notice } from "../core/protocol/messages.ts";
import type { IndexMarker } from "./index-keeper.ts";

const MARKER = "index";
const NOTICE = "notice";
const marker = z.object({ generation: z.string(), extensionVersion: z.string() });
const notice = z.enum(["rebuilt", "in-memory"]);

/** What `storage.local` remembers of the index. */
export async function readMarker(): Promise<IndexMarker | undefined> {
  const stored = await browser.storage.local.get(MARKER);
  return marker.safeParse(stored[MARKER]).data;
}

export async function writeMarker(value: IndexMarker): Promise<void> {
  await browser.storage.local.set({ [MARKER]: value });
}

/** What the reader should be told about the index until it is dismissed. */
export async function readNotice(): Promise<Notice | null> {
  const stored = await browser.storage.local.get(NOTICE);
  return notice.safeParse(stored[NOTICE]).data ?? null;
}

export async function writeNotice(value: Notice | null): Promise<void> {
  if (value === null) await browser.storage.local.remove(NOTICE);
  else await browser.storage.local.set({ [NOTICE]: value });
}
