import browser from "webextension-polyfill";
import * as z from "zod/mini";
import type { Notice } from "../../core/protocol/messages.ts";
import type { IndexMarker } from "../indexing/bundled-index.ts";

const MARKER = "index";
const NOTICE = "notice";
const DISMISSED = "noticeDismissed";
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

/** Tells the reader, unless it is of a lasting state and the reader has dismissed it before. */
export async function writeNotice(value: Notice): Promise<void> {
  const { [DISMISSED]: dismissed } = await browser.storage.local.get(DISMISSED);
  if (value !== dismissed) await browser.storage.local.set({ [NOTICE]: value });
}

/** Takes the notice back; "in-memory", which each start of the worker finds anew, for good. */
export async function dismissNotice(): Promise<void> {
  if ((await readNotice()) === "in-memory")
    await browser.storage.local.set({ [DISMISSED]: "in-memory" });
  await browser.storage.local.remove(NOTICE);
}

/** The browser gives a database (again): what was said of memory holds no longer. */
export async function endMemoryNotice(): Promise<void> {
  if ((await readNotice()) === "in-memory") await browser.storage.local.remove(NOTICE);
  await browser.storage.local.remove(DISMISSED);
}
