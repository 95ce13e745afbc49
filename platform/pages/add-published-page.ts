import browser from "webextension-polyfill";

const PREFIX = "#published=";

/** Opens the options with the form for a published data set, the address of its manifest filled in. */
export async function openAddPublished(manifest: string): Promise<void> {
  const url = browser.runtime.getURL("/options.html");
  await browser.tabs.create({ url: `${url}${PREFIX}${encodeURIComponent(manifest)}` });
}

/** The address that `openAddPublished` has put into the address of the options; `null` when there is none. */
export function manifestInHash(hash: string): string | null {
  if (!hash.startsWith(PREFIX)) return null;
  try {
    return decodeURIComponent(hash.slice(PREFIX.length));
  } catch {
    return null;
  }
}
