import type { JSX } from "preact";
import type { JobFailure, JobStatus } from "../../../core/protocol/data-set-status.ts";
import { isolated } from "../../kit/isolated.ts";
import { type TextKey, useLocale } from "../../kit/locale.ts";
import { Progress } from "../../kit/Progress.tsx";
import type { JobActions } from "./data-set-actions.ts";

interface Props {
  readonly job: JobStatus;
  readonly actions: JobActions;
}

/** A job of the background: its progress, or why it stopped and what the user can do. */
export function JobPanel({ job, actions }: Props): JSX.Element {
  const { text, number } = useLocale();
  const { kind, state } = job;
  const canResume = state === "interrupted" || (state === "failed" && canTryAgain(job.failure));
  return (
    <>
      <h3 tabIndex={-1}>{text(jobTitle(job), isolated(job.name))}</h3>
      {state === "running" && <RunningJob job={job} />}
      {state === "interrupted" && (
        <p>{text("jobInterruptedAt", number(job.done), number(job.total))}</p>
      )}
      {state === "failed" && <p>{text(FAILURES[job.failure ?? "internal"])}</p>}
      <div class="buttons">
        {canResume && (
          <button type="button" class="button" onClick={actions.resumeJob}>
            {text(state === "failed" ? "retry" : "resume")}
          </button>
        )}
        {state === "running" && kind === "import" && (
          <button type="button" class="button button-secondary" onClick={actions.discardJob}>
            {text("cancel")}
          </button>
        )}
        {state !== "running" && (kind === "import" || state === "failed") && (
          <button type="button" class="button button-secondary" onClick={actions.discardJob}>
            {text(kind === "import" ? "discard" : "dismiss")}
          </button>
        )}
      </div>
    </>
  );
}

const TITLES = {
  import: {
    running: "jobImporting",
    interrupted: "jobImportInterrupted",
    failed: "jobImportFailed",
  },
  rebuild: {
    running: "jobRebuilding",
    interrupted: "jobRebuildInterrupted",
    failed: "jobRebuildFailed",
  },
} as const;

/** Key of a job's heading; `$1` is the data set's name. */
export function jobTitle({ kind, state }: JobStatus): TextKey {
  return TITLES[kind][state];
}

const FAILURES: Readonly<Record<JobFailure, TextKey>> = {
  "disk-full": "jobDiskFull",
  "source-lost": "jobSourceLost",
  "too-large": "jobTooLarge",
  internal: "jobInternal",
};

/** Whether a job that failed may succeed next time: what is lost or too large stays so. */
function canTryAgain(failure: JobFailure | null): boolean {
  return failure !== "source-lost" && failure !== "too-large";
}

function RunningJob({ job }: { readonly job: JobStatus }): JSX.Element {
  const { text, counted, number, remaining } = useLocale();
  const { done, total, perSecond } = job;
  const isPaced = perSecond !== null && perSecond > 0;
  return (
    <>
      <Progress
        label={text("jobProgress")}
        value={done}
        max={total}
        facts={[
          text("progressOf", number(done), number(total)),
          isPaced ? counted("perSecond", Math.round(perSecond)) : "",
          isPaced ? text("timeLeft", remaining((total - done) / perSecond)) : "",
        ]}
      />
      <p class="fine">{text("jobMayClose")}</p>
    </>
  );
}
