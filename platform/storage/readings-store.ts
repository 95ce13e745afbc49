import type { Coverage } from "../../core/coverage/coverage.ts";
import { MINUTE } from "../../core/durations.ts";
import type { PageFacts } from "../../core/page/page-facts.ts";
import { type Reading, withoutReadings, withReadings } from "../../core/readings/reading.ts";
import { readingOf } from "../../core/readings/reading-of.ts";
import { addressMatcher } from "../../core/url/url-key.ts";
import { readingsItem, settingsItem } from "./stored-items.ts";

/** A page that tells about itself again within this time was not opened again, ms. */
const SAME_VISIT_MS = 10 * MINUTE;

/** What the user has read, in order of time. */
export function readReadings(): Promise<readonly Reading[]> {
  return readingsItem.read();
}

/** Keeps that a page was opened, if the user wants that and it is not in a private window. */
export async function keepReading(
  page: {
    readonly address: string;
    readonly coverage: Coverage;
    readonly facts: PageFacts | null;
  },
  isPrivate: () => Promise<boolean>,
  now: number,
): Promise<void> {
  if (!(await settingsItem.read()).keepsReadings || (await isPrivate())) return;
  const opened = readingOf(page, now);
  if (opened === null) return;
  const isOpened = addressMatcher([opened.url]);
  const isKept = ({ url, at, story }: Reading) =>
    isOpened(url) && now - at < SAME_VISIT_MS && story.length >= opened.story.length;
  if (!(await readingsItem.read()).some(isKept)) await addReadings([opened]);
}

export function addReadings(added: readonly Reading[]): Promise<readonly Reading[]> {
  return readingsItem.change((readings) => withReadings(readings, added));
}

/** @param urls of the articles whose readings are forgotten; `null` forgets all */
export async function removeReadings(urls: readonly string[] | null): Promise<readonly Reading[]> {
  const left =
    urls === null ? [] : await readingsItem.change((readings) => withoutReadings(readings, urls));
  // Nothing that shows what was read may remain, not even a list that cannot be read.
  if (left.length === 0) await readingsItem.remove();
  return left;
}
