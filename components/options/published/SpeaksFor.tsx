import type { JSX } from "preact";
import type { PublishedManifest } from "../../../core/published/published-manifest.ts";
import { shownHost } from "../../../core/url/shown-host.ts";
import { useLocale } from "../../kit/locale.ts";

interface Props {
  /** Those with the most articles. */
  readonly outlets: PublishedManifest["outlets"];
  /** How many there are in all. */
  readonly count: number;
}

/** Which outlets a published data set has articles of: anybody's, unlike a feed. */
export function SpeaksFor({ outlets, count }: Props): JSX.Element {
  const { text, counted } = useLocale();
  return (
    <details>
      <summary>{text("labelled", text("factSpeaksFor"), counted("outletsIn", count))}</summary>
      <p class="fine">{text("speaksForHelp")}</p>
      {/* No landmark: several may be open. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <ul class="speaks-for" tabIndex={0} aria-label={text("factSpeaksFor")}>
        {outlets.map(({ site, name, articles }) => (
          <li key={site}>
            <bdi>{name}</bdi> <bdi class="fine">{shownHost(site)}</bdi>
            <span class="fine">{` · ${counted("articlesIn", articles)}`}</span>
          </li>
        ))}
        {count > outlets.length && <li>{counted("andMoreSites", count - outlets.length)}</li>}
      </ul>
    </details>
  );
}
