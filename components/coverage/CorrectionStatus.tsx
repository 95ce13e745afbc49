import type { JSX } from "preact";
import type { RelatedArticle } from "../../core/coverage/coverage.ts";
import { isolated } from "../kit/isolated.ts";
import { type Locale, useLocale } from "../kit/locale.ts";
import { Toast, type ToastContent } from "../kit/Toast.tsx";
import type { SaidCorrection } from "./use-corrections.ts";

interface Props {
  readonly said: SaidCorrection | null;
  readonly onUndo: (article: RelatedArticle) => void;
  readonly onDismiss: () => void;
}

/** Says whether the user's latest correction was saved. */
export function CorrectionStatus({ said, onUndo, onDismiss }: Props): JSX.Element {
  const { text } = useLocale();
  const content = said === null ? null : contentFor(said, onUndo, text);
  return <Toast class="correction" content={content} onDismiss={onDismiss} />;
}

function contentFor(
  { article, verdict, isKept }: SaidCorrection,
  onUndo: Props["onUndo"],
  text: Locale["text"],
): ToastContent {
  if (!isKept) return { message: text("correctionFailed") };
  const title = isolated(article.title);
  if (verdict === null) return { message: text("correctionUndone", title) };
  return { message: text("correctionSaid", title), undo: () => onUndo(article) };
}
