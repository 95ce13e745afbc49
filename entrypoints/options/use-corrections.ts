import { useCallback, useEffect, useState } from "preact/hooks";
import type { Locale } from "../../components/kit/locale.ts";
import type { Done } from "../../components/kit/Toast.tsx";
import type {
  CorrectionActions,
  FailedCorrectionsFile,
} from "../../components/options/corrections/correction-actions.ts";
import { type Correction, Corrections } from "../../core/corrections/corrections.ts";
import {
  MAX_CORRECTIONS_FILE,
  readCorrectionsFile,
  writeCorrectionsFile,
} from "../../core/corrections/corrections-file.ts";
import type { ViewRequest } from "../../core/protocol/messages.ts";
import { ask } from "../../platform/messages/message-client.ts";
import { download } from "../../platform/pages/download.ts";
import { updates } from "./updates.ts";

type CorrectionsRequest = Extract<ViewRequest, { type: `corrections.${string}` }>;

/** What the reader said tells another story, kept up to date, and what can be done with it. */
export function useCorrections({ text, counted }: Locale, say: (done: Done | null) => void) {
  const [corrections, setCorrections] = useState<readonly Correction[] | null>(null);
  const [failedFile, setFailedFile] = useState<FailedCorrectionsFile | null>(null);
  const load = useCallback(async () => {
    const answer = await ask({ type: "corrections.list" });
    if (answer.ok) setCorrections(answer.value);
  }, []);
  useEffect(
    () =>
      updates.on("corrections", (answer) => {
        if (answer.ok) setCorrections(answer.value);
      }),
    [],
  );

  const run = async (request: CorrectionsRequest, done: Done | null): Promise<boolean> => {
    setFailedFile(null);
    const answer = await ask(request);
    if (answer.ok) setCorrections(answer.value);
    if (!answer.ok) say({ message: text("failedUnavailable") });
    else if (done !== null) say(done);
    return answer.ok;
  };
  /** Takes back that pairs were removed. */
  const restore = (pairs: readonly Correction[], message: string | null) =>
    run({ type: "corrections.add", pairs: [...pairs] }, message === null ? null : { message });
  const before = corrections ?? [];
  const actions: CorrectionActions = {
    remove({ page, article }) {
      const gone = before.filter((pair) => pair.page === page && pair.article === article);
      void run(
        { type: "corrections.remove", pairs: [{ page, article }] },
        {
          message: text("correctionRemoved"),
          undo: () => void restore(gone, text("correctionsRestored")),
        },
      );
    },
    clear: () =>
      void run(
        { type: "corrections.clear" },
        {
          message: text("correctionsCleared"),
          undo: () => void restore(before, text("correctionsRestored")),
        },
      ),
    export() {
      const file = new Blob([writeCorrectionsFile(before)], { type: "application/json" });
      download(file, "second-source-corrections.json");
      say({ message: text("correctionsExported") });
    },
    import: (file) =>
      void readFile(file).then(async (read) => {
        if ("fault" in read) {
          say(null);
          return setFailedFile({ name: file.name, fault: read.fault });
        }
        const here = new Corrections(before);
        const added = new Corrections(
          read.pairs.filter(({ page, article }) => !here.has(page, article)),
        ).pairs.length;
        const known = read.pairs.length - added;
        const sentences = [
          counted("correctionsAdded", added),
          ...(known > 0 ? [counted("correctionsKnown", known)] : []),
        ];
        await run(
          { type: "corrections.add", pairs: [...read.pairs] },
          { message: sentences.join(" ") },
        );
      }),
  };
  return { corrections, failedFile, actions, load, restore };
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
