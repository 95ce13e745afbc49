import type { PublishedSubscription } from "../../../core/published/subscription.ts";
import type { MirrorFiles } from "../../../platform/mirrors/mirror-files.ts";
import {
  readMirrorList,
  type UpdateDeps,
  type UpdateOutcome,
  type UpdateRun,
  updateMirror,
} from "../../../platform/mirrors/update-mirror.ts";
import { openMemorySpill } from "../../../platform/store/spill-files.ts";
import { COUNTRIES } from "../../core/story/words/headlines.ts";
import { MemoryFolder } from "../../fixtures/memory-folder.ts";
import { record } from "../../fixtures/records.ts";
import { memoryMirrorFiles, Publisher, publishedDay } from "../publisher.ts";

export const NOW = Date.parse("2026-11-30T12:00:00Z");

export const monday = await publishedDay("2026-11-30", [record("https://harbour.example/monday")]);
export const sunday = await publishedDay("2026-11-29", [record("https://harbour.example/sunday")]);
export const tuesday = await publishedDay("2026-12-01", [
  record("https://harbour.example/tuesday"),
]);

/** A device with a mirror, and the publisher that it is of. */
export class Updating {
  readonly folder = new MemoryFolder();
  readonly publisher = new Publisher();
  files: MirrorFiles = memoryMirrorFiles(this.folder);
  now = NOW;
  freeBytes: number | null = null;
  leastBytesEvery = 30_000;

  get deps(): UpdateDeps {
    return {
      files: this.files,
      fetch: (address, init) => this.publisher.fetch(address, init),
      now: () => this.now,
      leastBytesEvery: this.leastBytesEvery,
      subtle: crypto.subtle,
      freeBytes: async () => this.freeBytes,
      loadCountryNames: async () => COUNTRIES,
      openSpill: async () => openMemorySpill(),
      pause: async () => undefined,
    };
  }

  update(
    subscription: PublishedSubscription,
    run: Partial<UpdateRun> = {},
  ): Promise<UpdateOutcome> {
    return updateMirror(subscription, this.deps, {
      validators: { etag: null, lastModified: null },
      signal: new AbortController().signal,
      onStep: () => undefined,
      ...run,
    });
  }

  /** The version in use, and its files by their partitions. */
  async inUse({ id }: PublishedSubscription): Promise<string | null> {
    const list = await readMirrorList(this.files, id);
    if (list === null) return null;
    return `${list.manifest.version}: ${list.files.map(({ partition }) => partition).join(", ")}`;
  }
}
