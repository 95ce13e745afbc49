import type { JSX } from "preact";
import { useId } from "preact/hooks";
import {
  languagesOf,
  type PartitionChoice,
  planMirror,
} from "../../../core/published/mirror-plan.ts";
import type { PublishedManifest } from "../../../core/published/published-manifest.ts";
import { ChoiceField } from "../../fields/ChoiceField.tsx";
import { useLocale } from "../../kit/locale.ts";
import { periodText } from "./choice-text.ts";

/** Periods to choose from, days; 0 stands for all. */
const PERIODS = [0, 7, 30, 90, 365] as const;

interface Props {
  readonly manifest: PublishedManifest;
  readonly choice: PartitionChoice;
  readonly onChange: (choice: PartitionChoice) => void;
}

/** A choice of what to keep of a published data set, by time and language, with the size of what is chosen. */
export function PartitionFields({ manifest, choice, onChange }: Props): JSX.Element {
  const locale = useLocale();
  const { text, counted, bytes } = locale;
  const field = useId();
  const languages = languagesOf(manifest);
  const chosen = choice.languages ?? languages.map(({ language }) => language);
  const days = choice.days ?? 0;
  const { files, bytes: size } = planMirror(manifest, choice, new Map());
  const switchLanguage = (language: string, isOn: boolean) => {
    const kept = isOn ? [...chosen, language] : chosen.filter((one) => one !== language);
    const isAll = languages.every((one) => kept.includes(one.language));
    onChange({ ...choice, languages: isAll ? null : kept });
  };
  return (
    <>
      <ChoiceField
        label={text("choiceDays")}
        values={[...new Set([...PERIODS, days])].sort((a, b) => a - b)}
        value={days}
        nameOf={(one) => periodText(one, locale)}
        onChange={(one) => onChange({ ...choice, days: one === 0 ? null : one })}
      />
      {languages.length > 1 && (
        <fieldset class="choices">
          <legend>{text("languages")}</legend>
          <div class="languages">
            {languages.map(({ language, bytes: ofLanguage }) => (
              <div key={language} class="choice">
                <input
                  type="checkbox"
                  id={`${field}-${language}`}
                  checked={chosen.includes(language)}
                  onChange={({ currentTarget }) => switchLanguage(language, currentTarget.checked)}
                />
                <label for={`${field}-${language}`}>
                  {locale.languageName(language)} <span class="fine">{bytes(ofLanguage)}</span>
                </label>
              </div>
            ))}
          </div>
        </fieldset>
      )}
      <p role="status">
        {files.length === 0
          ? text("choiceNothing")
          : text(
              "choiceSize",
              bytes(size),
              counted(
                "articlesIn",
                files.reduce((sum, { records }) => sum + records, 0),
              ),
            )}
      </p>
    </>
  );
}

/** Whether a choice is of anything at all. */
export function isOfNothing(manifest: PublishedManifest, choice: PartitionChoice): boolean {
  return planMirror(manifest, choice, new Map()).files.length === 0;
}
