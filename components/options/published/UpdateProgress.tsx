import type { JSX } from "preact";
import type { PublishedProgress } from "../../../core/protocol/published-status.ts";
import { type TextKey, useLocale } from "../../kit/locale.ts";
import { Progress } from "../../kit/Progress.tsx";

const STEPS: Readonly<Record<PublishedProgress["step"], TextKey>> = {
  manifest: "publishedChecking",
  files: "publishedFetching",
  rebuilding: "publishedRebuilding",
};

interface Props {
  readonly progress: PublishedProgress;
  readonly onCancel: () => void;
}

/** How far an update is, with its speed. */
export function UpdateProgress({ progress, onCancel }: Props): JSX.Element {
  const { text, bytes, remaining } = useLocale();
  const { step, done, total, perSecond } = progress;
  const isPaced = step === "files" && perSecond !== null && perSecond > 0;
  const facts =
    step === "files"
      ? [
          text("progressOf", bytes(done), bytes(total)),
          isPaced ? text("bytesPerSecond", bytes(perSecond)) : "",
          isPaced ? text("timeLeft", remaining((total - done) / perSecond)) : "",
        ]
      : [];
  return (
    <div class="with-action">
      <Progress
        label={text(STEPS[step])}
        value={done}
        max={total === 0 ? null : total}
        facts={facts}
      />
      <button type="button" class="button button-secondary" onClick={onCancel}>
        {text("cancel")}
      </button>
    </div>
  );
}
