import { useEffect, useState } from "preact/hooks";
import "../../components/kit/kit.css";
import "../../components/citations/citations.css";
import { CitationsPage } from "../../components/citations/CitationsPage.tsx";
import { createLocale } from "../../components/kit/locale.ts";
import { renderView } from "../../components/kit/render-view.tsx";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import { ViewUpdatesClient } from "../../platform/messages/view-updates-client.ts";
import { catalogueLanguage, catalogueText } from "../../platform/pages/catalogue.ts";
import { copyText } from "../../platform/pages/copy-text.ts";
import { download } from "../../platform/pages/download.ts";
import { citationsTarget } from "../../platform/tabs/citations-page.ts";

const target = citationsTarget(location.search);
const accessed = Date.now();

/** The first answer stays: it is what the user saw, even when the tab shows another page by now. */
function Citations() {
  const [answer, setAnswer] = useState<Result<TabCoverage> | null>(null);
  useEffect(() => {
    if (target === null) {
      setAnswer({ ok: false, failure: "malformed" });
      return;
    }
    const updates = new ViewUpdatesClient({ view: "citations", tab: target.tab });
    updates.on("answer", (first) => {
      setAnswer(first);
      updates.dispose();
    });
  }, []);
  return (
    <CitationsPage
      answer={answer}
      token={target?.token ?? null}
      accessed={accessed}
      copy={copyText}
      download={download}
    />
  );
}

const locale = createLocale(catalogueLanguage(), catalogueText, Date.now);

document.title = locale.text("citeAction");
renderView(<Citations />, locale);
