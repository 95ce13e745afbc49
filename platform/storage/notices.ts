import type { Notice } from "../../core/protocol/responses.ts";
import {
  dataSetsItem,
  dismissedNoticesItem,
  noticeItem,
  outletsItem,
  publishedItem,
} from "./stored-items.ts";

/** The notice about the index that is shown until the user dismisses it. */
export function readNotice(): Promise<Notice | null> {
  return noticeItem.read();
}

/** Shows a notice, unless it is about a lasting state and the user has dismissed it before. */
export async function writeNotice(value: "rebuilt" | "in-memory"): Promise<void> {
  if (value !== "rebuilt" && (await isDismissed(value))) return;
  await noticeItem.change(() => value);
}

/**
 * Like `readNotice`, but if no notice is stored, checks whether part of the user's lists cannot be read. That is a
 * lasting state, so it is checked each time.
 */
export async function readOptionsNotice(): Promise<Notice | null> {
  const notice = await readNotice();
  if (notice !== null || (await areListsReadable())) return notice;
  return (await isDismissed("unreadable")) ? null : "unreadable";
}

/** Whether all that is stored of data sets, outlets and published data sets can be read: otherwise nothing may be swept. */
export async function areListsReadable(): Promise<boolean> {
  const lists = [dataSetsItem, outletsItem, publishedItem];
  const readable = await Promise.all(lists.map((list) => list.isReadable()));
  return readable.every((one) => one);
}

/** Takes back the notice that is shown; one of a lasting state for good. */
export async function dismissNotice(): Promise<void> {
  const notice = await readOptionsNotice();
  if (notice === "in-memory" || notice === "unreadable")
    await dismissedNoticesItem.change((dismissed) => [...dismissed, notice]);
  await noticeItem.remove();
}

/** The browser provides a database (again), so the notice that it refuses one is withdrawn. */
export async function endMemoryNotice(): Promise<void> {
  if ((await readNotice()) === "in-memory") await noticeItem.remove();
  if (await isDismissed("in-memory"))
    await dismissedNoticesItem.change((dismissed) =>
      dismissed.filter((one) => one !== "in-memory"),
    );
}

async function isDismissed(notice: "in-memory" | "unreadable"): Promise<boolean> {
  return (await dismissedNoticesItem.read()).includes(notice);
}
