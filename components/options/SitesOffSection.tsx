import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { shownHost } from "../../core/url/shown-host.ts";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly sites: readonly string[];
  readonly onSite: (site: string, on: boolean) => void;
}

/** The part of the options about sites on which the extension does not run, with a field to add one. */
export function SitesOffSection({ sites, onSite }: Props): JSX.Element {
  const { text } = useLocale();
  const input = useRef<HTMLInputElement>(null);
  const [isInvalid, setInvalid] = useState(false);
  return (
    <section class="group">
      <div class="group-head">
        <h2>{text("sitesOffTitle")}</h2>
        {sites.length === 0 && <p>{text("sitesOffEmpty")}</p>}
      </div>
      <div class="box">
        {sites.length > 0 && (
          <ul class="sites">
            {sites.map((site) => (
              <li key={site} class="field">
                <span>{shownHost(site)}</span>
                <button type="button" class="button-quiet" onClick={() => onSite(site, true)}>
                  {text("turnOn")}
                </button>
              </li>
            ))}
          </ul>
        )}
        <form
          class="field"
          onSubmit={(event) => {
            event.preventDefault();
            const site = siteFrom(input.current?.value ?? "");
            setInvalid(site === null);
            if (site === null || input.current === null) return;
            input.current.value = "";
            onSite(site, false);
          }}
        >
          <label>
            <span class="visually-hidden">{text("addSite")}</span>
            <input
              ref={input}
              type="text"
              inputMode="url"
              autocomplete="off"
              placeholder={text("addSitePlaceholder")}
              aria-invalid={isInvalid}
              aria-describedby="site-error"
            />
          </label>
          <button type="submit" class="button button-secondary">
            {text("add")}
          </button>
        </form>
        <p id="site-error" class="error" role="alert">
          {isInvalid && text("addSiteInvalid")}
        </p>
      </div>
    </section>
  );
}

/** The host that a user typed or pasted: `https://www.a.com/x` → `a.com`; `null` if there is none. */
function siteFrom(typed: string): string | null {
  const url = URL.parse(/^https?:/i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`);
  const host = url?.hostname.replace(/^www\./, "").replace(/\.$/, "") ?? "";
  // `URL` accepts `*` and other characters that a match pattern does not.
  return /^[\w-]+(?:\.[\w-]+)+$/.test(host) ? host : null;
}
