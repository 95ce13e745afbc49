import browser from "webextension-polyfill";
import * as z from "zod/mini";
import { dataSetInfo, siteAccess } from "../../core/data-set/data-set.ts";

/** An import that the reader confirmed and that is not in the list of data sets yet. */
const importJob = z.object({
  /** `running` under a worker that is gone means interrupted. */
  state: z.enum(["running", "interrupted", "failed"]),
  failure: z.nullable(z.enum(["disk-full", "source-lost", "too-large", "internal"])),
  info: dataSetInfo,
  access: siteAccess,
  source: z.string(),
  generation: z.string(),
  /** ms since 1970. */
  addedAt: z.number(),
});

export type ImportJob = z.infer<typeof importJob>;

const KEY = "import";

/** The import under way, if there is one. */
export async function readImportJob(): Promise<ImportJob | null> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return importJob.safeParse(stored).data ?? null;
}

export async function writeImportJob(job: ImportJob | null): Promise<void> {
  if (job === null) await browser.storage.local.remove(KEY);
  else await browser.storage.local.set({ [KEY]: job });
}
