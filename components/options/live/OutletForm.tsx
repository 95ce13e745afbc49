import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { readFeedAddress, readSiteHost } from "../../../core/outlets/feed-address.ts";
import { outletName } from "../../../core/outlets/outlet-name.ts";
import { MAX_DOMAINS, MAX_OUTLETS } from "../../../core/outlets/subscription.ts";
import type { OutletStatus } from "../../../core/protocol/live-status.ts";
import { MAX_NAME_LENGTH } from "../../../core/record/article-record.ts";
import { MAX_ADDRESS_LENGTH } from "../../../core/url/http-url.ts";
import { outletDomains } from "../../../core/url/outlet-domains.ts";
import { shownHost, shownHosts } from "../../../core/url/shown-host.ts";
import { FormButtons } from "../../fields/FormButtons.tsx";
import { TextField } from "../../fields/TextField.tsx";
import { isolated } from "../../kit/isolated.ts";
import { type Locale, useLocale } from "../../kit/locale.ts";
import type { LiveActions, SiteOf } from "./live-actions.ts";

interface Props {
  /** The outlet to change; `null` to add one by the address of its feed. */
  readonly outlet: OutletStatus | null;
  /** `null` until it is loaded. */
  readonly siteOf: SiteOf | null;
  readonly picked: readonly OutletStatus[];
  readonly actions: Pick<LiveActions, "add" | "edit" | "closePanel">;
}

interface Typed {
  readonly address: string;
  readonly name: string;
  /** Separated by commas or blanks. */
  readonly sites: string;
}

/** What is wrong with a field. */
type Faults = Partial<Pick<Typed, "address" | "sites">>;

/** A form that adds an outlet by the address of its feed, or changes an outlet's name and the sites of its articles. */
export function OutletForm({ outlet, siteOf, picked, actions }: Props): JSX.Element {
  const locale = useLocale();
  const { text } = locale;
  const isNew = outlet === null;
  const [typed, setTyped] = useState<Typed>({
    address: "",
    name: outlet?.name ?? "",
    sites: isNew ? "" : shownHosts(outlet.domains),
  });
  const [faults, setFaults] = useState<Faults>({});
  const field = (name: keyof Typed) => ({
    value: typed[name],
    onInput: (value: string) => {
      setTyped({ ...typed, [name]: value });
      setFaults({});
    },
  });
  const submit = () => {
    if (siteOf === null) return;
    const read = readTyped(typed, outlet, picked, siteOf, locale);
    if (!("domains" in read)) return setFaults(read);
    const { feed, host, domains } = read;
    const name = outletName(typed.name) || (outlet?.name ?? host.replace(/^www\./, ""));
    if (isNew) actions.add([{ name, domains, feed, country: "", language: "" }]);
    else actions.edit(outlet, { name, domains });
  };
  return (
    <form
      class="import-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3 tabIndex={-1}>{isNew ? text("feedTitle") : text("editTitle", isolated(outlet.name))}</h3>
      {isNew && (
        <TextField
          label={text("feedAddress")}
          maxLength={MAX_ADDRESS_LENGTH}
          error={faults.address ?? ""}
          isRequired
          {...field("address")}
        />
      )}
      <div class="text-fields">
        <TextField
          label={text(isNew ? "feedName" : "nameField")}
          maxLength={MAX_NAME_LENGTH}
          {...field("name")}
        />
        <div>
          <TextField
            label={text(isNew ? "feedSite" : "factSite")}
            maxLength={MAX_ADDRESS_LENGTH}
            error={faults.sites ?? ""}
            isRequired={!isNew}
            {...field("sites")}
          />
          {isNew && <p class="fine">{text("feedSiteHelp")}</p>}
        </div>
      </div>
      <p class="fine">{text(isNew ? "outletPermissionHelp" : "editSiteHelp")}</p>
      <FormButtons
        label={text(isNew ? "addOutlet" : "save")}
        isDisabled={siteOf === null}
        onCancel={actions.closePanel}
      />
    </form>
  );
}

const ADDRESS_FAULTS = {
  "no-address": "feedNoAddress",
  "not-https": "feedNotHttps",
  private: "feedPrivate",
} as const;

/** The sites of a new outlet may be left empty: then its site is the one of its feed. */
function readTyped(
  typed: Typed,
  outlet: OutletStatus | null,
  picked: readonly OutletStatus[],
  siteOf: SiteOf,
  locale: Locale,
): { readonly feed: string; readonly host: string; readonly domains: string[] } | Faults {
  const { text } = locale;
  const read = outlet ?? readNewFeed(typed.address, picked, locale);
  if ("fault" in read) return { address: read.fault };
  const names = typed.sites.split(/[\s,;\u060c]+/).filter((name) => name !== "");
  const isOwnSite = outlet === null && names.length === 0;
  const hosts = isOwnSite ? [new URL(read.feed).hostname] : names.map(readSiteHost);
  const [host = null] = hosts;
  if (host === null || hosts.length > MAX_DOMAINS) return { sites: text("addSiteInvalid") };
  const domains: string[] = [];
  for (const one of hosts) {
    if (one === null) return { sites: text("addSiteInvalid") };
    const domain = siteOf(one);
    if (domain === null)
      return { [isOwnSite ? "address" : "sites"]: text("feedSuffix", shownHost(one)) };
    domains.push(...(outlet === null ? outletDomains(domain) : [domain]));
  }
  return { feed: read.feed, host, domains: [...new Set(domains)].slice(0, MAX_DOMAINS) };
}

function readNewFeed(
  address: string,
  picked: readonly OutletStatus[],
  { text, number }: Locale,
): { readonly feed: string } | { readonly fault: string } {
  const read = readFeedAddress(address);
  if ("fault" in read) return { fault: text(ADDRESS_FAULTS[read.fault]) };
  const known = picked.find(({ feed }) => feed === read.feed);
  if (known !== undefined) return { fault: text("feedKnown", isolated(known.name)) };
  if (picked.length >= MAX_OUTLETS) return { fault: text("tooManyOutlets", number(MAX_OUTLETS)) };
  return read;
}
