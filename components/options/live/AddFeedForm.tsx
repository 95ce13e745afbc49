import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { readFeedAddress, readSiteHost } from "../../../core/outlets/feed-address.ts";
import { outletName } from "../../../core/outlets/outlet-name.ts";
import { MAX_OUTLETS, type OutletEntry } from "../../../core/outlets/subscription.ts";
import type { OutletStatus } from "../../../core/protocol/live-status.ts";
import { MAX_NAME_LENGTH } from "../../../core/record/article-record.ts";
import { MAX_ADDRESS_LENGTH } from "../../../core/url/http-url.ts";
import { shownHost } from "../../../core/url/shown-host.ts";
import { isolated } from "../../kit/isolated.ts";
import { type Locale, useLocale } from "../../kit/locale.ts";
import { TextField } from "../../kit/TextField.tsx";
import type { LiveActions, SiteOf } from "./live-actions.ts";

interface Props {
  /** `null` until it is loaded. */
  readonly siteOf: SiteOf | null;
  readonly picked: readonly OutletStatus[];
  readonly actions: Pick<LiveActions, "add" | "closePanel">;
}

interface Typed {
  readonly address: string;
  readonly name: string;
  readonly site: string;
}

/** What is wrong with each field; empty if nothing is. */
type Faults = Pick<Typed, "address" | "site">;

const NO_FAULTS: Faults = { address: "", site: "" };

/** A form that adds an outlet by the address of its feed. */
export function AddFeedForm({ siteOf, picked, actions }: Props): JSX.Element {
  const locale = useLocale();
  const { text } = locale;
  const [typed, setTyped] = useState<Typed>({ address: "", name: "", site: "" });
  const [faults, setFaults] = useState(NO_FAULTS);
  const field = (name: keyof Typed) => ({
    value: typed[name],
    onInput: (value: string) => {
      setTyped({ ...typed, [name]: value });
      setFaults(NO_FAULTS);
    },
  });
  return (
    <form
      class="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (siteOf === null) return;
        const read = readEntry(typed, picked, siteOf, locale);
        if ("entry" in read) actions.add([read.entry]);
        else setFaults({ ...NO_FAULTS, ...read });
      }}
    >
      <h3 tabIndex={-1}>{text("feedTitle")}</h3>
      <TextField
        label={text("feedAddress")}
        maxLength={MAX_ADDRESS_LENGTH}
        error={faults.address}
        isRequired
        {...field("address")}
      />
      <div class="text-fields">
        <TextField label={text("feedName")} maxLength={MAX_NAME_LENGTH} {...field("name")} />
        <div>
          <TextField
            label={text("feedSite")}
            maxLength={MAX_ADDRESS_LENGTH}
            error={faults.site}
            {...field("site")}
          />
          <p class="fine">{text("feedSiteHelp")}</p>
        </div>
      </div>
      <p class="fine">{text("outletPermissionHelp")}</p>
      <div class="buttons">
        <button type="submit" class="button" disabled={siteOf === null}>
          {text("addOutlet")}
        </button>
        <button type="button" class="button button-secondary" onClick={actions.closePanel}>
          {text("cancel")}
        </button>
      </div>
    </form>
  );
}

const ADDRESS_FAULTS = {
  "no-address": "feedNoAddress",
  "not-https": "feedNotHttps",
  private: "feedPrivate",
} as const;

function readEntry(
  typed: Typed,
  picked: readonly OutletStatus[],
  siteOf: SiteOf,
  { text, number }: Locale,
): { readonly entry: OutletEntry } | Partial<Faults> {
  const read = readFeedAddress(typed.address);
  if ("fault" in read) return { address: text(ADDRESS_FAULTS[read.fault]) };
  const { feed } = read;
  const known = picked.find((outlet) => outlet.feed === feed);
  if (known !== undefined) return { address: text("feedKnown", isolated(known.name)) };
  if (picked.length >= MAX_OUTLETS) return { address: text("tooManyOutlets", number(MAX_OUTLETS)) };
  const feedHost = new URL(feed).hostname;
  const host = typed.site.trim() === "" ? feedHost : readSiteHost(typed.site);
  if (host === null) return { site: text("addSiteInvalid") };
  const domain = siteOf(host);
  if (domain === null) {
    const fault = text("feedSuffix", shownHost(host));
    return typed.site.trim() === "" ? { address: fault } : { site: fault };
  }
  const name = outletName(typed.name) || host.replace(/^www\./, "");
  return { entry: { name, domain, feed, country: "", language: "" } };
}
