import type { JSX } from "preact";
import type { Coverage } from "../../core/coverage/coverage.ts";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly coverage: Coverage | null;
  readonly onHideSite: (site: string) => void;
  readonly onOptions: () => void;
}

/** The bar below the coverage: it hides the sidebar on the page's site, and opens the options. */
export function PanelFoot({ coverage, onHideSite, onOptions }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <footer class="foot">
      {coverage !== null && coverage.kind !== "none" && (
        <button type="button" class="button-quiet" onClick={() => onHideSite(coverage.site)}>
          {text("hideOnSite")}
        </button>
      )}
      <button type="button" class="button-quiet" onClick={onOptions}>
        {text("options")}
      </button>
    </footer>
  );
}
