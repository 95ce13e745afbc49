import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { PublishedStatus } from "../../../core/protocol/published-status.ts";
import type { PartitionChoice } from "../../../core/published/mirror-plan.ts";
import { ToolForm } from "../../fields/ToolForm.tsx";
import { useLocale } from "../../kit/locale.ts";
import { Progress } from "../../kit/Progress.tsx";
import { isOfNothing, PartitionFields } from "./PartitionFields.tsx";
import type { Offer, PublishedActions } from "./published-actions.ts";
import { troubleText } from "./published-trouble.ts";

interface Props {
  readonly set: PublishedStatus;
  readonly actions: Pick<PublishedActions, "requestOffer">;
  readonly onSave: (choice: PartitionChoice) => void;
  readonly onCancel: () => void;
}

/**
 * Changes which parts of a published data set are kept. Fetches the manifest again, so that the user chooses among
 * the parts that are published now.
 */
export function PartitionForm({ set, actions, onSave, onCancel }: Props): JSX.Element {
  const locale = useLocale();
  const { text } = locale;
  const [offer, setOffer] = useState<Offer | null>(null);
  const [choice, setChoice] = useState(set.choice);
  useEffect(() => void actions.requestOffer(set.id).then(setOffer), []);
  const manifest = offer !== null && "manifest" in offer ? offer.manifest : null;
  return (
    <ToolForm
      onSave={() => onSave(choice)}
      isDisabled={manifest === null || isOfNothing(manifest, choice)}
      onCancel={onCancel}
    >
      {offer === null && (
        <Progress label={text("publishedLooking")} value={0} max={null} facts={[]} />
      )}
      {offer !== null && "trouble" in offer && (
        <p class="error" role="alert">
          {troubleText(offer.trouble, locale)}
        </p>
      )}
      {manifest !== null && (
        <>
          <PartitionFields manifest={manifest} choice={choice} onChange={setChoice} />
          <p class="fine">{text("choiceHelp")}</p>
        </>
      )}
    </ToolForm>
  );
}
