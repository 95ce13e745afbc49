import type { JSX } from "preact";
import { CITATION_STYLES, citationParts } from "../../core/citations/citation-styles.ts";
import { useLocale } from "../kit/locale.ts";
import { type Cited, type CitedFormat, citedArticles } from "./cited-file.ts";

interface Props {
  readonly cited: Cited;
  readonly format: CitedFormat;
  /** The text in that format. */
  readonly written: string;
}

/** What will be copied or downloaded: citations as they look in print, anything else letter by letter. */
export function CitationPreview({ cited, format, written }: Props): JSX.Element {
  const { text } = useLocale();
  const style = CITATION_STYLES.find((one) => one === format);
  return (
    <section class="citations-preview" aria-label={text("citePreview")}>
      {style === undefined ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <pre dir={format === "markdown" ? "auto" : "ltr"} tabIndex={0}>
          {written}
        </pre>
      ) : (
        <>
          <ul>
            {citedArticles(cited).map((article) => (
              // The styles are English, whatever the language of the title.
              <li key={article.address} dir="ltr">
                {citationParts(article, style).map(({ text: part, isItalic }) => (
                  <bdi
                    key={`${isItalic} ${part}`}
                    class={isItalic ? "citations-outlet" : undefined}
                  >
                    {part}
                  </bdi>
                ))}
              </li>
            ))}
          </ul>
          <p class="fine">{text("citeCheck")}</p>
        </>
      )}
    </section>
  );
}
