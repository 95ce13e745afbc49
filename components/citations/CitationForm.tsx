import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { storyEntries } from "../../core/export/story/story-entries.ts";
import { addressToken } from "../../core/url/address-token.ts";
import { shownHost } from "../../core/url/shown-host.ts";
import { ChoiceField } from "../fields/ChoiceField.tsx";
import type { Download } from "../kit/deps.ts";
import { isolated } from "../kit/isolated.ts";
import { type Locale, useLocale } from "../kit/locale.ts";
import { CitationPreview } from "./CitationPreview.tsx";
import {
  ARTICLE_FORMATS,
  type Cited,
  type CitedFormat,
  citedFile,
  citedText,
  STORY_FORMATS,
} from "./cited-file.ts";

/** The value for the whole story among the tokens of its articles. */
const STORY = "story";

interface Props extends Omit<Cited, "article"> {
  readonly token: string | null;
  readonly copy: (text: string) => Promise<boolean>;
  readonly download: Download;
}

/** What is to be cited, as what, how that looks, and what to do with it. */
export function CitationForm({ token, copy, download, ...story }: Props): JSX.Element {
  const locale = useLocale();
  const { text } = locale;
  const articles = new Map(
    storyEntries(story.coverage).map(({ article }) => [addressToken(article.url), article]),
  );
  const [chosen, setChosen] = useState(token !== null && articles.has(token) ? token : STORY);
  const [wanted, setWanted] = useState<CitedFormat>("apa");
  const [said, setSaid] = useState("");
  const article = articles.get(chosen) ?? null;
  const formats: readonly CitedFormat[] = article === null ? STORY_FORMATS : ARTICLE_FORMATS;
  const format = formats.includes(wanted) ? wanted : "apa";
  const cited: Cited = { ...story, article };
  const written = citedText(cited, format, locale);
  return (
    <>
      <div class="citations-choice">
        <ChoiceField
          label={text("citeWhat")}
          values={[STORY, ...articles.keys()]}
          value={chosen}
          nameOf={(value) => {
            const one = articles.get(value);
            if (one === undefined)
              return text("citeStory", locale.counted("articlesIn", articles.size));
            return text("labelled", isolated(shownHost(one.outlet.name)), isolated(one.title));
          }}
          onChange={(value) => {
            setChosen(value);
            setSaid("");
          }}
        />
        <ChoiceField
          label={text("citeFormat")}
          values={formats}
          value={format}
          nameOf={(value) => formatName(value, locale)}
          onChange={(value) => {
            setWanted(value);
            setSaid("");
          }}
        />
      </div>
      <div class="citations-buttons">
        <button
          type="button"
          class="button"
          onClick={async () =>
            setSaid(text((await copy(written)) ? "citeCopied" : "citeCopyFailed"))
          }
        >
          {text("citeCopy")}
        </button>
        <button
          type="button"
          class="button button-secondary"
          onClick={() => {
            const { file, name } = citedFile(written, format, cited);
            download(file, name);
            setSaid(text("citeDownloaded", isolated(name)));
          }}
        >
          {text("citeDownload")}
        </button>
        <p role="status">{said}</p>
      </div>
      <CitationPreview cited={cited} format={format} written={written} />
    </>
  );
}

/** Names of formats are the same in all languages; what a program's file is for is not. */
function formatName(format: CitedFormat, { text }: Locale): string {
  switch (format) {
    case "apa":
      return "APA";
    case "mla":
      return "MLA";
    case "chicago":
      return "Chicago";
    case "bibtex":
      return "BibTeX (LaTeX)";
    case "ris":
      return "RIS (EndNote, Zotero)";
    case "csl-json":
      return "CSL-JSON (Pandoc, Zotero)";
    case "markdown":
      return text("citeNotes");
    case "csv":
      return text("citeTable");
    case "json":
      return text("citeData");
  }
}
