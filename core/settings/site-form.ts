import * as z from "zod/mini";

/** How the user has last left the sidebar on a site: it is so again on the next page there. */
export const sidebarForm = z.enum(["open", "tab", "closed"]);
export type SidebarForm = z.infer<typeof sidebarForm>;

export const siteForm = z.object({
  /** Registrable domain. */
  site: z.string().check(z.minLength(1), z.maxLength(253)),
  form: sidebarForm,
});
export type SiteForm = z.infer<typeof siteForm>;

/** The most sites that are remembered. Beyond that, those set longest ago are treated as new sites. */
export const MAX_SITE_FORMS = 1000;

/** The forms once the user has left the sidebar of a site in one; the latest first. */
export function withSiteForm(forms: readonly SiteForm[], { site, form }: SiteForm): SiteForm[] {
  const others = forms.filter((other) => other.site !== site);
  return [{ site, form }, ...others].slice(0, MAX_SITE_FORMS);
}

/** The forms with those of further sites after them. What the user has done on a site since is later, so it stays. */
export function withSiteForms(
  forms: readonly SiteForm[],
  added: readonly SiteForm[],
): readonly SiteForm[] {
  const sites = new Set(forms.map(({ site }) => site));
  return [...forms, ...added.filter(({ site }) => !sites.has(site))].slice(0, MAX_SITE_FORMS);
}
