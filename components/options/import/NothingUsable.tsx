import type { JSX } from "preact";
import { useLocale } from "../../kit/locale.ts";
import type { ImportActions } from "./import-actions.ts";
import type { SummaryView } from "./import-view.ts";

interface Props {
  readonly view: SummaryView;
  readonly actions: ImportActions;
}

/** The end of an import that found no usable record. */
export function NothingUsable({ view, actions }: Props): JSX.Element {
  const { text, counted, number } = useLocale();
  const { rejected, skipped } = view;
  return (
    <>
      <h3 tabIndex={-1}>{text("nothingUsableTitle")}</h3>
      <p>{text("nothingUsableText")}</p>
      <p class="fine">
        {[
          counted("rejected", rejected),
          ...(skipped === 0 ? [] : [text("labelled", text("factSkipped"), number(skipped))]),
        ].join(" · ")}
      </p>
      {view.firstProblems.length > 0 && (
        <>
          <h4>{text("firstProblems")}</h4>
          <ProblemLines lines={view.firstProblems} />
        </>
      )}
      <div class="buttons">
        <button type="button" class="button" onClick={actions.cancel}>
          {text("close")}
        </button>
        {view.hasReport && (
          <button type="button" class="button button-secondary" onClick={actions.downloadReport}>
            {text("downloadReport")}
          </button>
        )}
      </div>
    </>
  );
}

/** Lines of the report on an import. */
export function ProblemLines({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  return (
    <ul class="problems">
      {lines.map((line, index) => (
        <li key={`${index}:${line}`} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}
