import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { SidebarForm, SiteForm } from "../../core/settings/site-form.ts";
import { shownHost } from "../../core/url/shown-host.ts";
import type { Send } from "../kit/deps.ts";
import { type TextKey, useLocale } from "../kit/locale.ts";

const FORM_NAMES = {
  open: "siteFormOpen",
  tab: "siteFormTab",
  closed: "siteFormClosed",
} as const satisfies Record<SidebarForm, TextKey>;

/**
 * The part of the options about sites on which the user opened, collapsed or closed the sidebar. Nothing is drawn where
 * there are none, or while they are not known.
 */
export function SiteFormsSection({ send }: { readonly send: Send }): JSX.Element | null {
  const { text } = useLocale();
  const [forms, setForms] = useState<readonly SiteForm[]>([]);
  useEffect(() => {
    void send({ type: "siteForms.list" }).then((answer) => answer.ok && setForms(answer.value));
  }, [send]);
  const forget = async (site: string): Promise<void> => {
    const answer = await send({ type: "siteForms.remove", sites: [site] });
    if (answer.ok) setForms(answer.value);
  };
  if (forms.length === 0) return null;
  return (
    <section class="group">
      <div class="group-head">
        <h2>{text("siteFormsTitle")}</h2>
        <p>{text("siteFormsHelp")}</p>
      </div>
      <ul class="box site-forms">
        {forms.map(({ site, form }) => (
          <li key={site} class="field">
            <span>{text("labelled", shownHost(site), text(FORM_NAMES[form]))}</span>
            <button
              type="button"
              class="button-quiet"
              aria-label={text("siteFormForgetOf", shownHost(site))}
              onClick={() => void forget(site)}
            >
              {text("siteFormForget")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
