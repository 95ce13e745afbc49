import { type SidebarForm, type SiteForm, withSiteForm } from "../../core/settings/site-form.ts";
import { privateSiteFormsItem, siteFormsItem } from "./stored-items.ts";

/** How the user has left the sidebar on each site, what was done in a private window first. */
export async function readSiteForms(): Promise<readonly SiteForm[]> {
  const [passing, kept] = await Promise.all([privateSiteFormsItem.read(), siteFormsItem.read()]);
  return [...passing, ...kept];
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
