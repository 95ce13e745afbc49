import type { JSX } from "preact";
import type { OutletProfileAnswer } from "../../core/protocol/outlet-profile.ts";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly week: NonNullable<OutletProfileAnswer["week"]>;
}

/** How an outlet did in the stories of the week: how often it was first, and how much of it is reprinted. */
export function WeekPart({ week }: Props): JSX.Element {
  const { text, counted, number, duration } = useLocale();
  const { record, articles, reprints } = week;
  const isCompared = record !== null && record.stories > 0;
  return (
    <section class="outlet-part">
      <h2>{text("profileWeek")}</h2>
      {articles === 0 && <p>{text("profileNoStories")}</p>}
      {isCompared && (
        <p>
          {text("recordsFirst")} {text("recordsOf", number(record.first), number(record.stories))}
          {record.lead !== null &&
            `. ${text("labelled", text("recordsLead"), duration(record.lead))}`}
        </p>
      )}
      {articles > 0 && (
        <p>{text("profileReprints", number(reprints), counted("articlesIn", articles))}</p>
      )}
      <p class="fine">{text("recordsHelp")}</p>
    </section>
  );
}
