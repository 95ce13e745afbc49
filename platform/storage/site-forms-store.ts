import {
  type SidebarForm,
  type SiteForm,
  withSiteForm,
  withSiteForms,
} from "../../core/settings/site-form.ts";
import { privateSiteFormsItem, siteFormsItem } from "./stored-items.ts";

/** How the user has left the sidebar on each site, what was done in a private window first. */
export async function readSiteForms(): Promise<readonly SiteForm[]> {
  const [passing, kept] = await Promise.all([privateSiteFormsItem.read(), siteFormsItem.read()]);
  return [...passing, ...kept];
}

/** What outlives the browser: nothing of what was done in private windows. */
export function readKeptSiteForms(): Promise<readonly SiteForm[]> {
  return siteFormsItem.read();
}

/** Adds the forms of sites that have none, as far as there is room. */
export function addSiteForms(added: readonly SiteForm[]): Promise<readonly SiteForm[]> {
  return siteFormsItem.change((before) => withSiteForms(before, added));
}

export function removeSiteForms(sites: readonly string[]): Promise<readonly SiteForm[]> {
  return siteFormsItem.change((before) => before.filter(({ site }) => !sites.includes(site)));
}

/** @param isPrivate whether it was done in a private window, of which nothing stays once the browser ends */
export async function keepSiteForm(
  site: string,
  form: SidebarForm,
  isPrivate: boolean,
): Promise<void> {
  const item = isPrivate ? privateSiteFormsItem : siteFormsItem;
  await item.change((before) => withSiteForm(before, { site, form }));
}

export async function clearSiteForms(): Promise<void> {
  await Promise.all([siteFormsItem.remove(), privateSiteFormsItem.remove()]);
}
