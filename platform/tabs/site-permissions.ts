import browser from "webextension-polyfill";
import type { SiteAccess } from "../../core/data-set/data-set.ts";

/** Match pattern of all sites, which "on all sites" asks for. */
const ALL_SITES = "*://*/*";

/** What the browser is to be asked for so that the sidebar shows up where the user wants it. */
export function originsFor(access: SiteAccess, patterns: readonly string[]): string[] {
  if (access === "toolbar") return [];
  return access === "all" ? [ALL_SITES] : [...patterns];
}

/** Whether the browser lets the extension onto these sites. */
export async function isAccessGranted(
  access: SiteAccess,
  patterns: readonly string[],
): Promise<boolean> {
  const origins = originsFor(access, patterns);
  return origins.length === 0 || (await browser.permissions.contains({ origins }));
}

/**
 * Has the browser ask the user for permission; `false` if the user or the browser refuses. Must be
 * called in the handler of the user's click, before anything is awaited: browsers ask only then.
 */
export async function requestAccess(
  access: SiteAccess,
  patterns: readonly string[],
): Promise<boolean> {
  const origins = originsFor(access, patterns);
  if (origins.length === 0) return true;
  try {
    return await browser.permissions.request({ origins });
  } catch {
    return false;
  }
}
