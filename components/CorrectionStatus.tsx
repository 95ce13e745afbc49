import type { JSX } from "preact";
import type { RelatedArticle } from "../core/coverage/coverage.ts";
import { CloseIcon } from "./icons.tsx";
import { isolated } from "./isolated.ts";
import { useLocale } from "./locale.ts";
import type { SaidCorrection } from "./use-corrections.ts";

interface Props {
  readonly said: SaidCorrection | null;
  readonly onUndo: (article: RelatedArticle) => void;
  readonly onDismiss: () => void;
}

/** Says what became of the reader's last word on an entry. Always there, so that it is heard. */
export function CorrectionStatus({ said, onUndo, onDismiss }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <div class="correction" role="status">
      {said !== null && (
        <>
          <p>
            {said.isKept
              ? text(
                  said.verdict === null ? "correctionUndone" : "correctionSaid",
                  isolated(said.article.title),
                )
              : text("correctionFailed")}
          </p>
          {said.isKept && said.verdict !== null && (
            <button type="button" class="button-quiet" onClick={() => onUndo(said.article)}>
              {text("undo")}
            </button>
          )}
          <button
            type="button"
            class="icon-button"
            aria-label={text("dismiss")}
            onClick={onDismiss}
          >
            <CloseIcon />
          </button>
        </>
      )}
    </div>
  );
}
