import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { readSiteHost } from "../../../core/outlets/feed-address.ts";
import { outletName } from "../../../core/outlets/outlet-name.ts";
import type { OutletStatus } from "../../../core/protocol/live-status.ts";
import { MAX_NAME_LENGTH } from "../../../core/record/article-record.ts";
import { MAX_ADDRESS_LENGTH } from "../../../core/url/http-url.ts";
import { shownHost } from "../../../core/url/shown-host.ts";
import { isolated } from "../../kit/isolated.ts";
import { useLocale } from "../../kit/locale.ts";
import { TextField } from "../../kit/TextField.tsx";
import type { LiveActions, SiteOf } from "./live-actions.ts";

interface Props {
  readonly outlet: OutletStatus;
  /** `null` until it is loaded. */
  readonly siteOf: SiteOf | null;
  readonly actions: Pick<LiveActions, "edit" | "closePanel">;
}

/** A form that changes an outlet's name and the site of its articles. */
export function EditOutletForm({ outlet, siteOf, actions }: Props): JSX.Element {
  const { text } = useLocale();
  const [name, setName] = useState(outlet.name);
  const [site, setSite] = useState(shownHost(outlet.domain));
  const [fault, setFault] = useState("");
  const save = () => {
    if (siteOf === null) return;
    const host = readSiteHost(site);
    if (host === null) return setFault(text("addSiteInvalid"));
    const domain = siteOf(host);
    if (domain === null) return setFault(text("feedSuffix", shownHost(host)));
    actions.edit(outlet, { name: outletName(name) || outlet.name, domain });
  };
  return (
    <form
      class="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3 tabIndex={-1}>{text("editTitle", isolated(outlet.name))}</h3>
      <div class="text-fields">
        <TextField
          label={text("nameField")}
          maxLength={MAX_NAME_LENGTH}
          value={name}
          onInput={setName}
        />
        <TextField
          label={text("factSite")}
          maxLength={MAX_ADDRESS_LENGTH}
          error={fault}
          isRequired
          value={site}
          onInput={(value) => {
            setSite(value);
            setFault("");
          }}
        />
      </div>
      <p class="fine">{text("editSiteHelp")}</p>
      <div class="buttons">
        <button type="submit" class="button" disabled={siteOf === null}>
          {text("save")}
        </button>
        <button type="button" class="button button-secondary" onClick={actions.closePanel}>
          {text("cancel")}
        </button>
      </div>
    </form>
  );
}
