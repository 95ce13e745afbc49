import type { JSX } from "preact";
import { siteOfPattern } from "../../../core/data-set/match-pattern.ts";
import { shownHost } from "../../../core/url/shown-host.ts";
import { useLocale } from "../../kit/locale.ts";

/** How many sites are shown; the others are folded away. */
const FIRST = 5;

interface Props {
  /** Match patterns of the sites. */
  readonly patterns: readonly string[];
}

/** The sites for which the browser will ask permission: a few, and the others folded away. */
export function SiteList({ patterns }: Props): JSX.Element {
  const { text, counted } = useLocale();
  const sites = patterns.map((pattern) => shownHost(siteOfPattern(pattern)));
  const others = sites.slice(FIRST);
  return (
    <div class="site-list">
      <ul>
        {sites.slice(0, FIRST).map((site) => (
          <li key={site} dir="ltr">
            {site}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>{counted("andMoreSites", others.length)}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <section tabIndex={0} aria-label={text("factSites")} dir="ltr">
            {others.join("\n")}
          </section>
        </details>
      )}
    </div>
  );
}
