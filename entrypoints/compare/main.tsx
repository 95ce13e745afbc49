import { useCallback, useEffect, useState } from "preact/hooks";
import "../../components/kit/kit.css";
import "../../components/compare/compare.css";
import { ComparePage } from "../../components/compare/ComparePage.tsx";
import { createLocale } from "../../components/kit/locale.ts";
import { renderView } from "../../components/kit/render-view.tsx";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import type { CountryNames } from "../../core/story/words/country-names.ts";
import { loadCountryNames } from "../../platform/indexing/load-country-names.ts";
import { ViewUpdatesClient } from "../../platform/messages/view-updates-client.ts";
import { catalogueLanguage, catalogueText } from "../../platform/pages/catalogue.ts";
import { copyText } from "../../platform/pages/copy-text.ts";
import { readPageText } from "../../platform/pages/page-text.ts";
import { comparedTab } from "../../platform/tabs/compare-page.ts";

const { tab, other } = comparedTab(location.search) ?? { tab: -1, other: null };
/** It shows what the side panel beside that tab shows. */
const updates = new ViewUpdatesClient({ view: "side-panel", tab });

function Comparison() {
  const [answer, setAnswer] = useState<Result<TabCoverage> | null>(null);
  const [pageText, setPageText] = useState<string | null>(null);
  const [countries, setCountries] = useState<CountryNames | null>(null);
  useEffect(() => updates.on("answer", setAnswer), []);
  useEffect(() => void loadCountryNames().then(setCountries), []);
  const address = answer?.ok ? answer.value.address : "";
  const read = useCallback(async () => {
    if (address !== "") setPageText(await readPageText(tab, address));
  }, [address]);
  useEffect(() => void read(), [read]);
  return (
    <ComparePage
      answer={answer}
      pageText={pageText}
      countries={countries}
      other={other}
      onCopy={copyText}
      onRetry={() => {
        updates.refresh();
        void read();
      }}
    />
  );
}

const locale = createLocale(catalogueLanguage(), catalogueText, Date.now);

document.title = locale.text("compareTitle");
renderView(<Comparison />, locale);
