import type { JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { type Correction, MAX_CORRECTIONS } from "../../../core/corrections/corrections.ts";
import { MAX_CORRECTIONS_FILE } from "../../../core/corrections/corrections-file.ts";
import { shownHost } from "../../../core/url/shown-host.ts";
import { FileButton } from "../../fields/FileButton.tsx";
import { isolated } from "../../kit/isolated.ts";
import { type Locale, useLocale } from "../../kit/locale.ts";
import { isFocusLost } from "../../kit/use-stage-focus.ts";
import type { CorrectionActions, FailedCorrectionsFile } from "./correction-actions.ts";

/** How many of the newest are listed. An exported file has them all. */
const SHOWN = 20;

interface Props {
  /** The newest first. */
  readonly corrections: readonly Correction[];
  readonly failedFile: FailedCorrectionsFile | null;
  readonly actions: CorrectionActions;
}

/** The part of the options with the user's corrections: articles that tell another story than a page. */
export function CorrectionsSection({ corrections, failedFile, actions }: Props): JSX.Element {
  const locale = useLocale();
  const { text, counted } = locale;
  const heading = useRef<HTMLHeadingElement>(null);
  const count = useRef(corrections.length);
  useEffect(() => {
    // The focus is lost if it was on the button of a correction that was removed.
    if (corrections.length < count.current && document.hasFocus() && isFocusLost())
      heading.current?.focus({ preventScroll: true });
    count.current = corrections.length;
  }, [corrections.length]);
  const isEmpty = corrections.length === 0;
  return (
    <section class="group">
      <div class="group-head">
        <h2 tabIndex={-1} ref={heading}>
          {text("correctionsTitle")}
        </h2>
        <p>{text("correctionsHelp")}</p>
      </div>
      <div class="box">
        {isEmpty ? (
          <p>{text("correctionsEmpty")}</p>
        ) : (
          <>
            <p class="corrections-count">{counted("corrections", corrections.length)}</p>
            <ul class="corrections">
              {corrections.slice(0, SHOWN).map((correction) => (
                <li key={`${correction.page} ${correction.article}`}>
                  <CorrectionEntry
                    correction={correction}
                    onRemove={() => actions.remove(correction)}
                  />
                </li>
              ))}
            </ul>
            {corrections.length > SHOWN && (
              <p class="fine">{counted("correctionsMore", corrections.length - SHOWN)}</p>
            )}
          </>
        )}
        <div class="buttons">
          <FileButton
            label={text("correctionsImport")}
            accept=".json,application/json"
            onFile={actions.import}
          />
          {!isEmpty && (
            <>
              <button type="button" class="button button-secondary" onClick={actions.export}>
                {text("exportLabel")}
              </button>
              <button
                type="button"
                class="button button-secondary button-danger button-last"
                onClick={actions.clear}
              >
                {text("correctionsClear")}
              </button>
            </>
          )}
        </div>
        <p class="error" role="alert">
          {failedFile !== null && failureText(failedFile, locale)}
        </p>
      </div>
    </section>
  );
}

interface EntryProps {
  readonly correction: Correction;
  readonly onRemove: () => void;
}

function CorrectionEntry({ correction, onRemove }: EntryProps): JSX.Element {
  const { text, date } = useLocale();
  const id = useId();
  return (
    <>
      <div id={id}>
        <CorrectedArticle title={correction.articleTitle} address={correction.article} />
        <p class="fine">{text("correctionBetween")}</p>
        <CorrectedArticle title={correction.pageTitle} address={correction.page} />
        <p class="fine">
          <time dateTime={new Date(correction.at).toISOString()}>{date(correction.at)}</time>
        </p>
      </div>
      <button type="button" class="button-quiet" aria-describedby={id} onClick={onRemove}>
        {text("correctionRemove")}
      </button>
    </>
  );
}

interface ArticleProps {
  readonly title: string;
  /** A key made by `urlKey`. */
  readonly address: string;
}

function CorrectedArticle({ title, address }: ArticleProps): JSX.Element {
  const host = /^[^/]*/.exec(address)?.[0] ?? "";
  const shown = shownHost(host) + address.slice(host.length);
  return (
    <p class="corrected">
      {title !== "" && (
        <span class="corrected-title" dir="auto">
          {title}
        </span>
      )}
      <span class="corrected-address" dir="ltr">
        {shown}
      </span>
    </p>
  );
}

function failureText({ name, fault }: FailedCorrectionsFile, locale: Locale): string {
  return locale.text("correctionsFileFailed", isolated(name), faultText(fault, locale));
}

function faultText(fault: FailedCorrectionsFile["fault"], { text, number, bytes }: Locale): string {
  switch (fault.kind) {
    case "too-large":
      return text("correctionsFileTooLarge", bytes(MAX_CORRECTIONS_FILE));
    case "unreadable":
      return text("correctionsFileUnreadable");
    case "not-json":
      return text("correctionsFileNotJson");
    case "other-format":
      return text("correctionsFileOther");
    case "other-version":
      return text("correctionsFileVersion", isolated(fault.version));
    case "too-many":
      return text("correctionsFileTooMany", number(MAX_CORRECTIONS));
    case "field":
      return text("correctionsFileField", number(fault.number), fault.field);
    case "one-article":
      return text("correctionsFileOneArticle", number(fault.number));
  }
}
