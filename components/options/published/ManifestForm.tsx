import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { MAX_ADDRESS_LENGTH } from "../../../core/url/http-url.ts";
import { FormButtons } from "../../fields/FormButtons.tsx";
import { TextField } from "../../fields/TextField.tsx";
import { useLocale } from "../../kit/locale.ts";
import { Progress } from "../../kit/Progress.tsx";
import type { PublishedActions, PublishedPanel } from "./published-actions.ts";
import { troubleText } from "./published-trouble.ts";

interface Props {
  readonly panel: Extract<PublishedPanel, { kind: "address" }>;
  readonly actions: Pick<PublishedActions, "requestPreview" | "close">;
}

/** The form for the address of a manifest, which is fetched when it is sent. */
export function ManifestForm({ panel, actions }: Props): JSX.Element {
  const locale = useLocale();
  const { text } = locale;
  const [typed, setTyped] = useState(panel.typed);
  const [isEdited, setEdited] = useState(false);
  const { trouble, isLooking } = panel;
  const error =
    trouble === null || isEdited
      ? ""
      : trouble === "refused-access"
        ? text("accessRefused")
        : troubleText(trouble, locale);
  return (
    <form
      class="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        setEdited(false);
        actions.requestPreview(typed);
      }}
    >
      <h3 tabIndex={-1}>{text("publishedAddTitle")}</h3>
      <TextField
        label={text("publishedAddress")}
        value={typed}
        maxLength={MAX_ADDRESS_LENGTH}
        error={error}
        isRequired
        onInput={(value) => {
          setTyped(value);
          setEdited(true);
        }}
      />
      <p class="fine">{text("publishedAddressHelp")}</p>
      {isLooking && <Progress label={text("publishedLooking")} value={0} max={null} facts={[]} />}
      <FormButtons label={text("publishedLook")} isDisabled={isLooking} onCancel={actions.close} />
    </form>
  );
}
