import type { Services } from "../background/services.ts";
import { readRegistry } from "../storage/data-set-registry.ts";
import { readImportJob } from "../storage/import-job.ts";
import { stagingLock } from "../store/source-store.ts";

/** A page that was just closed or loaded again lets go of its lock a moment later, ms. */
const LOCK_WAIT_MS = 2000;

/** Takes out sources that belong to nothing and that no page holds: of pages that were closed before the reader had confirmed. */
export async function sweepSources({ sources, openStore }: Services): Promise<void> {
  if ((await openStore()).kind === "memory") return;
  const sweep = async (name: string) => {
    // Asked for once the lock is held: a page lets go of what it has handed over.
    if (!(await usedSources()).has(name)) await sources.remove(name);
  };
  const used = await usedSources();
  const unused = (await sources.names()).filter((name) => !used.has(name));
  await Promise.all(
    unused.map((name) =>
      navigator.locks
        .request(stagingLock(name), { signal: AbortSignal.timeout(LOCK_WAIT_MS) }, () =>
          sweep(name),
        )
        .catch(ignoreTimeout),
    ),
  );
}

async function usedSources(): Promise<Set<string | undefined>> {
  const [{ added }, job] = await Promise.all([readRegistry(), readImportJob()]);
  return new Set([...added.map(({ source }) => source), job?.source]);
}

function ignoreTimeout(error: unknown): void {
  if (!(error instanceof DOMException && error.name === "TimeoutError")) throw error;
}
