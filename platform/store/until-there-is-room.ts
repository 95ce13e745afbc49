/** Chromium opens a database that ran out of disk again only after a while. */
const RETRIES = 10;
const RETRY_MS = 300;

/**
 * Takes something out of a store that found the disk full: tries until the database is open again.
 *
 * @throws what the last try threw
 */
export async function untilThereIsRoom(remove: () => Promise<void>): Promise<void> {
  for (let retries = RETRIES; ; retries--) {
    try {
      return await remove();
    } catch (error) {
      if (retries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
