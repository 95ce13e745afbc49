import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { ListedOutlet, StarterList } from "../../../core/outlets/starter-list.ts";
import type { OutletStatus } from "../../../core/protocol/live-status.ts";
import { type Locale, useLocale } from "../../kit/locale.ts";
import { Loading } from "../../kit/Message.tsx";
import { AddOutletsFoot } from "./AddOutletsFoot.tsx";
import { ChosenOutlets } from "./ChosenOutlets.tsx";
import { isFoundBy } from "./found-by.ts";
import type { LiveActions } from "./live-actions.ts";
import { OutletChoices } from "./OutletChoices.tsx";

interface Props {
  readonly list: StarterList | null | "failed";
  /** BCP 47 tags of the languages that the user reads. */
  readonly languages: readonly string[];
  readonly picked: readonly OutletStatus[];
  readonly actions: Pick<LiveActions, "add" | "closePanel">;
}

/** The choice of a language that stands for all that the user reads. */
const OWN = "own";

/** Lets the user choose from the list of outlets that comes with the extension. */
export function OutletPicker({ list, languages, picked, actions }: Props): JSX.Element {
  const { text, date } = useLocale();
  return (
    <>
      <h3 tabIndex={-1}>{text("pickerTitle")}</h3>
      {list === null && <Loading label={text("loading")} />}
      {list === "failed" && <p class="error">{text("pickerFailed")}</p>}
      {list !== null && list !== "failed" && (
        <>
          <p class="fine">{text("pickerHelp", date(Date.parse(`${list.writtenDown}T12:00Z`)))}</p>
          <Chooser outlets={list.outlets} languages={languages} picked={picked} actions={actions} />
        </>
      )}
      {(list === null || list === "failed") && (
        <div class="buttons">
          <button type="button" class="button button-secondary" onClick={actions.closePanel}>
            {text("cancel")}
          </button>
        </div>
      )}
    </>
  );
}

interface ChooserProps extends Omit<Props, "list"> {
  readonly outlets: readonly ListedOutlet[];
}

function Chooser({ outlets, languages, picked, actions }: ChooserProps): JSX.Element {
  const locale = useLocale();
  const { text, counted } = locale;
  const [query, setQuery] = useState("");
  const [country, setCountry] = useState("");
  const own = new Set(languages.map(primary));
  const hasOwn = outlets.some((outlet) => own.has(primary(outlet.language)));
  const [language, setLanguage] = useState(hasOwn ? OWN : "");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const field = useId();
  const there = new Set(picked.map(({ feed }) => feed));
  const isInLanguage = (outlet: ListedOutlet): boolean => {
    // Who looks for an outlet by its name wants it in whatever language it is.
    if (language === "" || (language === OWN && query.trim() !== "")) return true;
    const spoken = primary(outlet.language);
    return language === OWN ? own.has(spoken) : spoken === language;
  };
  const shown = outlets
    .filter(
      (outlet) =>
        (country === "" || outlet.country === country) &&
        isInLanguage(outlet) &&
        isFoundBy(
          query,
          `${outlet.name} ${outlet.domains.join(" ")} ${locale.country(outlet.country)} ${outlet.owner ?? ""}`,
        ),
    )
    .sort((a, b) => a.name.localeCompare(b.name, locale.language));
  const free = shown.filter(({ feed }) => !there.has(feed) && !chosen.has(feed));
  const added = outlets.filter(({ feed }) => chosen.has(feed) && !there.has(feed));
  return (
    <form
      class="picker"
      onSubmit={(event) => {
        event.preventDefault();
        actions.add(added);
      }}
    >
      <div class="picker-filter">
        <div class="text-field">
          <label for={field}>{text("search")}</label>
          <input
            id={field}
            type="text"
            autocomplete="off"
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              // Enter in the search field must not add the outlets chosen so far.
              if (event.key === "Enter") event.preventDefault();
            }}
          />
        </div>
        <Filter
          label={text("country")}
          all={text("allCountries")}
          value={country}
          options={options(
            outlets.map((outlet) => outlet.country),
            locale.country,
            locale,
          )}
          onChange={setCountry}
        />
        <Filter
          label={text("language")}
          all={text("allLanguages")}
          value={language}
          options={[
            ...(hasOwn ? [[OWN, text("yourLanguages")] as const] : []),
            ...options(
              outlets.map((outlet) => primary(outlet.language)),
              locale.languageName,
              locale,
            ),
          ]}
          onChange={setLanguage}
        />
      </div>
      <OutletChoices outlets={shown} there={there} chosen={chosen} onChange={setChosen} />
      <div class="buttons picker-all">
        <button
          type="button"
          class="button-quiet"
          disabled={free.length === 0}
          onClick={() => setChosen(new Set([...chosen, ...free.map(({ feed }) => feed)]))}
        >
          {counted("selectShown", free.length)}
        </button>
        <button
          type="button"
          class="button-quiet"
          disabled={chosen.size === 0}
          onClick={() => setChosen(new Set())}
        >
          {text("selectNone")}
        </button>
      </div>
      <AddOutletsFoot count={added.length} there={picked.length} onCancel={actions.closePanel}>
        {added.length > 0 && (
          <ChosenOutlets
            outlets={added}
            onRemove={({ feed }) => setChosen(chosen.difference(new Set([feed])))}
          />
        )}
      </AddOutletsFoot>
    </form>
  );
}

/** The language subtag: without region and script. */
function primary(language: string): string {
  return language.replace(/-.*/, "");
}

/** Each value with its name, sorted by name. */
function options(
  values: readonly string[],
  nameOf: (value: string) => string,
  { language }: Locale,
): (readonly [value: string, name: string])[] {
  return [...new Set(values)]
    .map((value) => [value, nameOf(value)] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, language));
}

interface FilterProps {
  readonly label: string;
  /** Name of the choice that filters nothing. */
  readonly all: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}

function Filter({ label, all, value, options, onChange }: FilterProps): JSX.Element {
  const id = useId();
  return (
    <div class="column">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{all}</option>
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
