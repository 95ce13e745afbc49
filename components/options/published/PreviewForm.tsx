import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PublishedPreview } from "../../../core/protocol/published-status.ts";
import { EVERYTHING } from "../../../core/published/mirror-plan.ts";
import { FormButtons } from "../../fields/FormButtons.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { type Locale, useLocale } from "../../kit/locale.ts";
import { dates } from "../data-sets/DataSetFacts.tsx";
import { isOfNothing, PartitionFields } from "./PartitionFields.tsx";
import type { PublishedActions } from "./published-actions.ts";
import { SpeaksFor } from "./SpeaksFor.tsx";

interface Props {
  readonly preview: PublishedPreview;
  readonly actions: Pick<PublishedActions, "subscribe" | "close">;
}

/** What a publisher says of a data set, and the choice of what to fetch of it. Only its manifest is there by now. */
export function PreviewForm({ preview, actions }: Props): JSX.Element {
  const locale = useLocale();
  const { text } = locale;
  const { manifest, fingerprint, address, isSubscribed } = preview;
  const [choice, setChoice] = useState(EVERYTHING);
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
      <PartitionFields manifest={manifest} choice={choice} onChange={setChoice} />
      {isSubscribed && <p class="error">{text("publishedKnown")}</p>}
      <FormButtons
        label={text("subscribe")}
        isDisabled={isSubscribed || isOfNothing(manifest, choice)}
        onCancel={actions.close}
      />
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
