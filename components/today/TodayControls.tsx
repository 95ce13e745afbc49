import type { JSX } from "preact";
import type { TodayAnswer, TodayOutlet } from "../../core/protocol/today.ts";
import { SPANS, type Span } from "../../core/today/spans.ts";
import type { OutletGroup, StoryChoice } from "../../core/today/story-choice.ts";
import { ChoiceField } from "../fields/ChoiceField.tsx";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly choice: StoryChoice;
  /** `null` until it is known. */
  readonly answer: TodayAnswer | null;
  readonly onChange: (changes: Partial<StoryChoice>) => void;
}

const SPAN_TEXT = {
  today: "spanToday",
  day: "spanDay",
  "three-days": "spanThreeDays",
  week: "spanWeek",
} as const satisfies Record<Span, string>;

/** Which stories are shown: of which time, how many outlets have them, who lacks them, and in which order. */
export function TodayControls({ choice, answer, onChange }: Props): JSX.Element {
  const { text, number } = useLocale();
  const { section, span, order, without } = choice;
  const sections = [
    ["shared", text("sectionShared"), answer?.shared],
    ["single", text("sectionSingle"), answer?.single],
    ["changed", text("sectionChanged"), answer?.changed],
    ["following", text("sectionFollowing"), answer?.following],
  ] as const;
  // Few stories have a headline that was changed, and no user would look for it where none has.
  const shown = sections.filter(
    ([name, , count = 0]) => name !== "changed" || section === name || count > 0,
  );
  return (
    <div class="today-controls">
      <fieldset class="sections">
        <legend class="visually-hidden">{text("sectionLabel")}</legend>
        {shown.map(([name, label, count]) => (
          <button
            key={name}
            type="button"
            class="section"
            aria-pressed={section === name}
            onClick={() => onChange({ section: name })}
          >
            {label}
            {count !== undefined && <span class="section-count">{number(count)}</span>}
            {name === "following" && (answer?.followingNew ?? 0) > 0 && (
              <span class="section-new">
                <span class="visually-hidden">{text("newArticle")}</span>
              </span>
            )}
          </button>
        ))}
      </fieldset>
      <div class="filters">
        <ChoiceField
          class="filter"
          label={text("spanLabel")}
          values={SPANS}
          value={span}
          nameOf={(one) => text(SPAN_TEXT[one])}
          onChange={(value) => onChange({ span: value })}
        />
        <WithoutField
          outlets={answer?.outlets ?? []}
          value={without}
          onChange={(value) => onChange({ without: value })}
        />
        <ChoiceField
          class="filter"
          label={text("sortBy")}
          values={["originals", "latest"] as const}
          value={order}
          nameOf={(one) => text(one === "latest" ? "orderLatest" : "orderOriginals")}
          onChange={(value) => onChange({ order: value })}
        />
      </div>
    </div>
  );
}

interface WithoutProps {
  readonly outlets: readonly TodayOutlet[];
  readonly value: OutletGroup | null;
  readonly onChange: (value: OutletGroup | null) => void;
}

/** The outlets that lack a story: one, or all of a country or a language. */
function WithoutField({ outlets, value, onChange }: WithoutProps): JSX.Element {
  const { text, country, languageName } = useLocale();
  const distinct = (values: readonly string[]) => [...new Set(values)].filter(Boolean).sort();
  const groups = [
    ["outlet", text("factOutlets"), outlets.map(({ name }) => name), (name: string) => name],
    ["country", text("countries"), distinct(outlets.map((one) => one.country)), country],
    [
      "language",
      text("languages"),
      distinct(outlets.map(({ language }) => language.split("-")[0] ?? "")),
      languageName,
    ],
  ] as const;
  const written = ({ kind, value }: OutletGroup) => `${kind} ${value}`;
  return (
    <label class="filter">
      <span>{text("withoutLabel")}</span>
      <select
        value={value === null ? "" : written(value)}
        onChange={({ currentTarget }) => {
          const [kind = "", ...parts] = currentTarget.value.split(" ");
          const found = groups.find(([name]) => name === kind)?.[0];
          onChange(found === undefined ? null : { kind: found, value: parts.join(" ") });
        }}
      >
        <option value="">{text("withoutNobody")}</option>
        {groups.map(
          ([kind, label, values, nameOf]) =>
            values.length > (kind === "outlet" ? 0 : 1) && (
              <optgroup key={kind} label={label}>
                {values.map((one) => (
                  <option key={one} value={written({ kind, value: one })}>
                    {nameOf(one)}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
    </label>
  );
}
