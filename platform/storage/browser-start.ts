import browser from "webextension-polyfill";

const KEY = "startedAt";

/**
 * When the browser was started, as far as a worker has noticed, ms since 1970. It is kept in memory
 * that the browser gives up at its end.
 */
export async function browserStart(now: number): Promise<number> {
  const { [KEY]: stored } = await browser.storage.session.get(KEY);
  if (typeof stored === "number") return stored;
  await browser.storage.session.set({ [KEY]: now });
  return now;
}
