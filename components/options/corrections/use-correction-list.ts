import { useCallback, useEffect, useState } from "preact/hooks";
import { type Correction, Corrections } from "../../../core/corrections/corrections.ts";
import {
  MAX_CORRECTIONS_FILE,
  readCorrectionsFile,
  writeCorrectionsFile,
} from "../../../core/corrections/corrections-file.ts";
import type { ViewRequest } from "../../../core/protocol/requests.ts";
import type { Download, Send, Subscribe } from "../../kit/deps.ts";
import { useLocale } from "../../kit/locale.ts";
import type { ShowToast } from "../../kit/use-toast.ts";
import type { CorrectionActions, FailedCorrectionsFile } from "./correction-actions.ts";

export interface CorrectionListDeps {
  readonly send: Send;
  readonly subscribeToCorrections: Subscribe<readonly Correction[]>;
  readonly download: Download;
}

type CorrectionsRequest = Extract<ViewRequest, { type: `corrections.${string}` }>;

/** The list of the user's corrections, kept up to date, and what can be done with it. */
export function useCorrectionList(
  { send, subscribeToCorrections, download }: CorrectionListDeps,
  showToast: ShowToast,
) {
  const { text, counted } = useLocale();
  /** The newest first; `null` until the first answer. */
  const [corrections, setCorrections] = useState<readonly Correction[] | null>(null);
  const [failedFile, setFailedFile] = useState<FailedCorrectionsFile | null>(null);
  const reload = useCallback(async () => {
    const answer = await send({ type: "corrections.list" });
    if (answer.ok) setCorrections(answer.value);
  }, [send]);
  useEffect(
    () =>
      subscribeToCorrections((answer) => {
        if (answer.ok) setCorrections(answer.value);
      }),
    [subscribeToCorrections],
  );

  const run = async (
    request: CorrectionsRequest,
    message: string | null,
    undo?: () => void,
  ): Promise<void> => {
    setFailedFile(null);
    const answer = await send(request);
    if (answer.ok) setCorrections(answer.value);
    if (!answer.ok) showToast({ message: text("failedUnavailable") });
    else if (message !== null) showToast({ message, undo });
  };
  /** Adds pairs that were removed again. */
  const restore = (pairs: readonly Correction[], message: string | null) =>
    run({ type: "corrections.add", pairs: [...pairs] }, message);
  const current = corrections ?? [];
  const importFile = async (file: File): Promise<void> => {
    const read = await readFile(file);
    if ("fault" in read) {
      showToast(null);
      return setFailedFile({ name: file.name, fault: read.fault });
    }
    const known = new Corrections(current);
    const added = new Corrections(
      read.pairs.filter(({ page, article }) => !known.has(page, article)),
    ).pairs.length;
    const skipped = read.pairs.length - added;
    const sentences = [
      counted("correctionsAdded", added),
      ...(skipped > 0 ? [counted("correctionsKnown", skipped)] : []),
    ];
    await run({ type: "corrections.add", pairs: [...read.pairs] }, sentences.join(" "));
  };
  const actions: CorrectionActions = {
    remove({ page, article }) {
      const removed = current.filter((pair) => pair.page === page && pair.article === article);
      void run(
        { type: "corrections.remove", pairs: [{ page, article }] },
        text("correctionRemoved"),
        () => void restore(removed, text("correctionsRestored")),
      );
    },
    clear: () =>
      void run(
        { type: "corrections.clear" },
        text("correctionsCleared"),
        () => void restore(current, text("correctionsRestored")),
      ),
    export() {
      const file = new Blob([writeCorrectionsFile(current)], { type: "application/json" });
      download(file, "second-source-corrections.json");
      showToast({ message: text("correctionsExported") });
    },
    import: (file) => void importFile(file),
  };
  return { corrections, failedFile, actions, reload, restore };
}

async function readFile(
  file: File,
): Promise<{ readonly pairs: readonly Correction[] } | Pick<FailedCorrectionsFile, "fault">> {
  if (file.size > MAX_CORRECTIONS_FILE) return { fault: { kind: "too-large" } };
  try {
    return readCorrectionsFile(await file.text());
  } catch {
    return { fault: { kind: "unreadable" } };
  }
}
