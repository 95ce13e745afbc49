import type { ArticleCoverage } from "../../core/coverage/coverage.ts";
import { articlesOfCoverage } from "../../core/saved/saved-articles.ts";
import type { Send } from "../kit/deps.ts";
import { useLocale } from "../kit/locale.ts";
import type { ShowToast } from "../kit/use-toast.ts";

/** Saves the story of a page, and says so, with an undo. */
export function useSaveStory(send: Send | null, say: ShowToast) {
  const { text } = useLocale();
  if (send === null) return undefined;
  const save = async (coverage: ArticleCoverage): Promise<void> => {
    const answer = await send({ type: "saved.save", articles: articlesOfCoverage(coverage) });
    if (!answer.ok) return say({ message: text("failedUnavailable") });
    const { id, isNew } = answer.value;
    if (id === null) return say({ message: text("savedFull") });
    if (!isNew) return say({ message: text("savedAlready") });
    const undo = async () => {
      const { ok } = await send({ type: "saved.remove", ids: [id] });
      say({ message: text(ok ? "savedRemoved" : "failedUnavailable") });
    };
    say({ message: text("storySaved"), undo: () => void undo() });
  };
  return (coverage: ArticleCoverage) => void save(coverage);
}
