import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { PublishedPreview } from "../../../core/protocol/published-status.ts";
import {
  languagesOf,
  type PartitionChoice,
  planMirror,
} from "../../../core/published/mirror-plan.ts";
import { ChoiceField } from "../../kit/ChoiceField.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { type Locale, useLocale } from "../../kit/locale.ts";
import { dates } from "../data-sets/DataSetFacts.tsx";
import type { PublishedActions } from "./published-actions.ts";
import { SpeaksFor } from "./SpeaksFor.tsx";

/** Periods to choose from, days; 0 stands for all. */
const PERIODS = [0, 7, 30, 90, 365] as const;

interface Props {
  readonly preview: PublishedPreview;
  readonly actions: Pick<PublishedActions, "subscribe" | "close">;
}

/** What a publisher says of a data set, and the choice of what to fetch of it. Only its manifest is there by now. */
export function PreviewForm({ preview, actions }: Props): JSX.Element {
  const locale = useLocale();
  const { text, counted, bytes, duration } = locale;
  const { manifest, fingerprint, address, isSubscribed } = preview;
  const [days, setDays] = useState<(typeof PERIODS)[number]>(0);
  const languages = languagesOf(manifest);
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = languages.map(({ language }) => language).filter((one) => !left.includes(one));
  const choice: PartitionChoice = {
    languages: left.length === 0 ? null : chosen,
    days: days === 0 ? null : days,
  };
  const plan = planMirror(manifest, choice, new Map());
  const field = useId();
  return (
    <form
      class="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        actions.subscribe(preview, choice);
      }}
    >
      <h3 tabIndex={-1} dir="auto">
        {manifest.name}
      </h3>
      {manifest.description !== "" && <p dir="auto">{manifest.description}</p>}
      <FactList
        facts={[
          [text("factSite"), new URL(address).host],
          [text("factKey"), fingerprint],
          [text("factLicence"), manifest.licence],
          [text("factSource"), manifest.source],
          [text("factDates"), spanOf(manifest.files, locale) || text("notStated")],
          [text("factVersion"), String(manifest.version)],
          [text("published"), locale.dateTime(Date.parse(manifest.published))],
          [text("factExpires"), locale.date(Date.parse(manifest.expires))],
        ]}
      />
      <p class="fine">{text("keyHelp")}</p>
      <SpeaksFor outlets={manifest.outlets} count={manifest.outletCount} />
      <ChoiceField
        label={text("choiceDays")}
        values={PERIODS}
        value={days}
        nameOf={(one) =>
          one === 0 ? text("choiceAll") : text("choiceLast", duration(one * 86_400_000))
        }
        onChange={setDays}
      />
      {languages.length > 1 && (
        <fieldset class="choices">
          <legend>{text("language")}</legend>
          {languages.map(({ language, bytes: size }) => (
            <div key={language} class="choice">
              <input
                type="checkbox"
                id={`${field}-${language}`}
                checked={!left.includes(language)}
                onChange={({ currentTarget }) =>
                  setLeft(
                    currentTarget.checked
                      ? left.filter((one) => one !== language)
                      : [...left, language],
                  )
                }
              />
              <label for={`${field}-${language}`}>
                {`${locale.languageName(language)} (${bytes(size)})`}
              </label>
            </div>
          ))}
        </fieldset>
      )}
      <p role="status">
        {text(
          "choiceSize",
          bytes(plan.bytes),
          [
            counted("files", plan.files.length),
            counted(
              "records",
              plan.files.reduce((sum, { records }) => sum + records, 0),
            ),
          ].join(" · "),
        )}
      </p>
      {isSubscribed && <p class="error">{text("publishedKnown")}</p>}
      <div class="buttons">
        <button type="submit" class="button" disabled={isSubscribed || plan.files.length === 0}>
          {text("subscribe")}
        </button>
        <button type="button" class="button button-secondary" onClick={actions.close}>
          {text("cancel")}
        </button>
      </div>
    </form>
  );
}

function spanOf(
  files: readonly { readonly from: string | null; readonly to: string | null }[],
  locale: Locale,
): string {
  const from = files.flatMap((file) => (file.from === null ? [] : Date.parse(file.from)));
  const to = files.flatMap((file) => (file.to === null ? [] : Date.parse(file.to)));
  if (from.length === 0 || to.length === 0) return "";
  const earliest = from.reduce((a, b) => Math.min(a, b));
  return dates(
    locale,
    earliest,
    to.reduce((a, b) => Math.max(a, b)),
  );
}
