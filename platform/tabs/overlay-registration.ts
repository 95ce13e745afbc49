import browser from "webextension-polyfill";
import type { OverlayCommand } from "../../core/protocol/overlay-messages.ts";
import { outletDomains } from "../../core/url/outlet-domains.ts";
import { createInTurn } from "../storage/in-turn.ts";
import { registrationPendingItem } from "../storage/stored-items.ts";

const ID = "overlay";
const FILE = "/overlay.js";

/** The match pattern of a whole site. */
export function sitePattern(site: string): string {
  return `*://*.${site}/*`;
}

/** Whether a change of the registration was cut short: a worker that finds that at its start does it again. */
export function isRegistrationPending(): Promise<boolean> {
  return registrationPendingItem.read();
}

const inTurn = createInTurn();

/**
 * Has the content script run on pages that match `patterns`, except on the sites switched off: there no code runs at
 * all. Registrations run one after the other, so the last request wins.
 */
export function registerOverlay(
  patterns: readonly string[],
  sitesOff: readonly string[],
): Promise<void> {
  return inTurn(async () => {
    await registrationPendingItem.change(() => true);
    await register(patterns, sitesOff);
    await registrationPendingItem.remove();
  });
}

async function register(patterns: readonly string[], sitesOff: readonly string[]): Promise<void> {
  const matches = patternsOn(patterns, sitesOff);
  const excludeMatches = outletPatternsOf(sitesOff);
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (registered !== undefined) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = {
    id: ID,
    js: [FILE],
    matches,
    excludeMatches,
    runAt: "document_idle" as const,
    persistAcrossSessions: true,
  };
  if (registered === undefined) await browser.scripting.registerContentScripts([script]);
  else if (
    !sameSet(registered.matches ?? [], matches) ||
    !sameSet(registered.excludeMatches ?? [], excludeMatches)
  )
    // In one step: a worker that is stopped between two would leave no registration at all.
    await browser.scripting.updateContentScripts([script]);
}

/** Match patterns of all sites of the outlets that have some sites. */
export function outletPatternsOf(sites: readonly string[]): string[] {
  return sites.flatMap(outletDomains).map(sitePattern);
}

/** Of `patterns` those of sites that are not switched off. */
export function patternsOn(patterns: readonly string[], sitesOff: readonly string[]): string[] {
  const off = new Set(outletPatternsOf(sitesOff));
  return patterns.filter((pattern) => !off.has(pattern));
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && new Set(a).isSubsetOf(new Set(b));
}

/** Starts the content script in the tabs that were open before the extension was there. */
export async function startInOpenTabs(patterns: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...patterns] });
  await Promise.allSettled(
    tabs.map(async ({ id }) => {
      if (id !== undefined)
        await browser.scripting.executeScript({ target: { tabId: id }, files: [FILE] });
    }),
  );
}

/** Sends a command to the content script of a tab; `false` if none runs there. */
export async function sendToTab(tab: number, command: OverlayCommand): Promise<boolean> {
  try {
    await browser.tabs.sendMessage(tab, command, { frameId: 0 });
    return true;
  } catch {
    return false;
  }
}

/** Sends a command to the content scripts in all tabs that match `patterns`; tabs without one are skipped. */
export async function sendToTabs(
  patterns: readonly string[],
  command: OverlayCommand,
): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...patterns] });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? false : sendToTab(id, command))));
}
