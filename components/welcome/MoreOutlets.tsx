import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { ListedOutlet } from "../../core/outlets/starter-list.ts";
import { countryPack, languageOf, languagePack } from "../../core/outlets/starter-pack.ts";
import type { WantedOutlet } from "../../core/outlets/subscription.ts";
import { FileButton } from "../fields/FileButton.tsx";
import { useLocale } from "../kit/locale.ts";
import { isFoundBy } from "../options/live/found-by.ts";
import { OutletChoices } from "../options/live/OutletChoices.tsx";

interface Props {
  readonly list: readonly ListedOutlet[];
  readonly chosen: readonly WantedOutlet[];
  readonly onChange: (chosen: readonly WantedOutlet[]) => void;
  readonly onOpml: (file: File) => Promise<void>;
}

const NONE: ReadonlySet<string> = new Set();

/** Other ways to choose: the outlets of a language or a country, a search, a file, a data set. */
export function MoreOutlets({ list, chosen, onChange, onOpml }: Props): JSX.Element {
  const { text, country, languageName, language } = useLocale();
  const [query, setQuery] = useState("");
  const search = useId();
  const pack = useId();
  const feeds = new Set(chosen.map(({ feed }) => feed));
  const found =
    query.trim() === ""
      ? []
      : list.filter((outlet) =>
          isFoundBy(query, `${outlet.name} ${outlet.domains.join(" ")} ${country(outlet.country)}`),
        );
  const named = (values: readonly string[], nameOf: (value: string) => string) =>
    [...new Set(values)]
      .map((value) => ({ value, name: nameOf(value) }))
      .sort((a, b) => a.name.localeCompare(b.name, language));
  const packs = {
    "language:": named(
      list.map((outlet) => languageOf(outlet.language)),
      languageName,
    ),
    "country:": named(
      list.map((outlet) => outlet.country),
      country,
    ),
  };
  const packOf = (value: string) =>
    value.startsWith("language:")
      ? languagePack(value.slice("language:".length), list)
      : countryPack(value.slice("country:".length), list);
  return (
    <details class="welcome-more">
      <summary>{text("welcomeMore")}</summary>
      <div class="column">
        <label for={pack}>{text("welcomePack")}</label>
        <select
          id={pack}
          value=""
          onChange={({ currentTarget }) => {
            onChange([...chosen, ...packOf(currentTarget.value)]);
            currentTarget.value = "";
          }}
        >
          <option value="">{text("welcomePackNone")}</option>
          {Object.entries(packs).map(([prefix, values]) => (
            <optgroup
              key={prefix}
              label={text(prefix === "language:" ? "welcomeLanguages" : "welcomeCountries")}
            >
              {values.map(({ value, name }) => (
                <option key={value} value={`${prefix}${value}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <div class="column">
        <label for={search}>{text("welcomeSearch")}</label>
        <input
          id={search}
          type="search"
          autocomplete="off"
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        />
      </div>
      {query.trim() !== "" && (
        <OutletChoices
          outlets={found}
          there={NONE}
          chosen={feeds}
          onChange={(next) => {
            const added = list.filter(({ feed }) => next.has(feed) && !feeds.has(feed));
            onChange([...chosen.filter(({ feed }) => next.has(feed)), ...added]);
          }}
        />
      )}
      <div class="buttons">
        <FileButton
          label={text("welcomeOpml")}
          accept=".opml,.xml,text/x-opml,text/xml,application/xml"
          onFile={(file) => void onOpml(file)}
        />
        <a
          class="button button-secondary"
          href="/options.html#data-sets"
          target="_blank"
          rel="noopener"
        >
          {text("welcomeDataSet")}
        </a>
      </div>
    </details>
  );
}
