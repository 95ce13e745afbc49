import type { PublishedManifest } from "../../../core/published/published-manifest.ts";
import type { PublishedSubscription } from "../../../core/published/subscription.ts";
import type { Validators } from "../../../platform/mirrors/fetch-published.ts";
import { createMirrorFiles } from "../../../platform/mirrors/mirror-files.ts";
import { updateMirror } from "../../../platform/mirrors/update-mirror.ts";
import { openMemorySpill } from "../../../platform/store/spill-files.ts";
import { bundledCountryNames } from "../../country-names/bundled-country-names.ts";
import { DiskFolder } from "./disk-folder.ts";
import { finishTask, taskOf } from "./run-task.ts";

/** Brings a mirror up to date from a server on this machine, as the background does. */
export interface MirrorTask {
  /** Where the mirror is kept. */
  readonly folder: string;
  /** Address of the published folder. */
  readonly origin: string;
  readonly pinned: Pick<PublishedManifest, "key" | "version" | "signature">;
  /** Those of the update before. */
  readonly validators: Validators;
}

/** What an update took. */
export interface MirrorResult {
  readonly seconds: number;
  readonly validators: Validators;
}

const { folder, origin, pinned, validators } = taskOf<MirrorTask>();
/** A mirror is fetched from public hosts alone; what is asked of this one goes to `origin`. */
const HOST = "https://data.example";

const subscription: PublishedSubscription = {
  ...{ id: "bench", address: `${HOST}/manifest.json`, name: "Bench", pinned },
  choice: { languages: null, days: null },
  ...{ access: "sites", every: 60, isEnabled: true, isPaused: false, addedAt: 0, removedAt: null },
};
const start = performance.now();
const outcome = await updateMirror(
  subscription,
  {
    files: createMirrorFiles(
      async () => new DiskFolder(folder) as unknown as FileSystemDirectoryHandle,
    ),
    async fetch(address, init) {
      const { body, status, headers } = await fetch(address.replace(HOST, origin), init);
      return new Response(body, { status, headers });
    },
    now: () => Date.now(),
    subtle: crypto.subtle,
    freeBytes: async () => null,
    loadCountryNames: async () => bundledCountryNames(),
    openSpill: async () => openMemorySpill(),
    pause: async () => undefined,
  },
  {
    validators,
    signal: new AbortController().signal,
    onStep: () => undefined,
  },
);
if (outcome.kind !== "up-to-date") throw new Error(JSON.stringify(outcome));
const { etag, lastModified } = outcome;
const result: MirrorResult = {
  seconds: (performance.now() - start) / 1000,
  validators: { etag, lastModified },
};
finishTask(result);
