import type { JSX } from "preact";
import type { PublishedStatus } from "../../../core/protocol/published-status.ts";
import { FactList } from "../../kit/FactList.tsx";
import { useLocale } from "../../kit/locale.ts";
import { PollFields } from "../cards/PollFields.tsx";
import { accessText, dates } from "../data-sets/DataSetFacts.tsx";
import { publishedSiteCount } from "../data-sets/site-count.ts";
import { choiceText } from "./choice-text.ts";
import { PublishedTools } from "./PublishedTools.tsx";
import type { PublishedActions } from "./published-actions.ts";
import { SpeaksFor } from "./SpeaksFor.tsx";

interface Props {
  readonly set: PublishedStatus;
  /** Names of the other published data sets. */
  readonly others: readonly string[];
  readonly actions: PublishedActions;
}

/** The details of a published data set, and what can be done with it. */
export function PublishedDetails({ set, others, actions }: Props): JSX.Element {
  const locale = useLocale();
  const { text, bytes, date } = locale;
  const { id, inUse } = set;
  return (
    <>
      {inUse !== null && inUse.description !== "" && <p dir="auto">{inUse.description}</p>}
      <FactList
        facts={[
          [text("factKept"), choiceText(set.choice, locale)],
          [text("factDates"), inUse === null ? "" : dates(locale, inUse.from, inUse.to)],
          [text("factAccess"), accessText(locale, set.access, publishedSiteCount(set))],
          [text("factSize"), inUse === null ? "" : bytes(inUse.bytes)],
          [text("factAddress"), <span dir="ltr">{set.address}</span>],
          [text("factSource"), inUse?.source ?? ""],
          [text("factLicence"), inUse?.licence ?? ""],
          [text("factVersion"), inUse === null ? "" : String(inUse.version)],
          [text("factExpires"), inUse === null ? "" : date(inUse.expires)],
          [text("factKey"), <span dir="ltr">{set.fingerprint}</span>],
        ]}
      />
      {inUse !== null && <SpeaksFor outlets={inUse.outlets} count={inUse.outletCount} />}
      <PollFields
        label={text("checkEvery")}
        every={set.every}
        isPaused={set.isPaused}
        onChange={(change) => actions.change(id, change)}
      >
        <button
          type="button"
          class="button button-secondary"
          disabled={set.progress !== null || !set.isHostAllowed}
          onClick={() => actions.check(id)}
        >
          {text("checkNow")}
        </button>
      </PollFields>
      <PublishedTools set={set} others={others} actions={actions} />
    </>
  );
}
