import type { JSX } from "preact";
import type { SiteAccess } from "../../../core/data-set/data-set.ts";
import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";
import { FactList } from "../../kit/FactList.tsx";
import { type Locale, useLocale } from "../../kit/locale.ts";
import { siteCount } from "./site-count.ts";

/** The details of a data set. */
export function DataSetFacts({ dataSet }: { readonly dataSet: DataSetStatus }): JSX.Element {
  const locale = useLocale();
  const { text, date, bytes } = locale;
  const { info, addedAt, builtAt } = dataSet;
  const facts: readonly (readonly [string, string])[] = [
    [text("factDates"), dates(locale, info.from, info.to)],
    [text("factAccess"), accessText(locale, dataSet.access, siteCount(dataSet))],
    [text("factSize"), bytes(dataSet.bytes)],
    [text("factAdded"), addedAt === null ? "" : date(addedAt)],
    [text("factBuilt"), builtAt === null ? "" : date(builtAt)],
    [text("factSource"), info.source],
    [text("factLicence"), info.licence],
    [text("factVersion"), info.version],
  ];
  return (
    <>
      {info.description !== "" && <p dir="auto">{info.description}</p>}
      <FactList facts={facts} />
    </>
  );
}

/** The span of publication times, ms since 1970, as text; empty if it is not known. */
export function dates(locale: Locale, from: number | null, to: number | null): string {
  return from === null || to === null ? "" : locale.dateRange(from, to);
}

/** Where the sidebar may open by itself, as text. @param sites how many sites the data set names */
export function accessText({ text, counted }: Locale, access: SiteAccess, sites: number): string {
  if (access === "all") return text("accessOnAll");
  if (access === "toolbar") return text("accessOnClick");
  return counted("accessOnSites", sites);
}
