import * as z from "zod/mini";
import { FORMAT_VERSION } from "../segment/format.ts";
import { STORY_FORMAT_VERSION } from "../story-index/format.ts";
import { type PartitionChoice, partitionChoice } from "./mirror-plan.ts";
import {
  type PublishedFile,
  type PublishedManifest,
  publishedFile,
  publishedManifest,
} from "./published-manifest.ts";
import { pinnedManifest } from "./subscription.ts";

const { name, description, licence, source, published, expires, outlets, outletCount } =
  publishedManifest.shape;

/**
 * Which files of a published data set answer look-ups, and what its publisher says of them. It is written at once when
 * all of them are there and checked, which is the switch from one version to the next.
 */
export const mirrorList = z.object({
  manifest: z.object({
    ...pinnedManifest.shape,
    ...{ name, description, licence, source, published, expires, outlets, outletCount },
  }),
  choice: partitionChoice,
  /** The chosen files, newest first. */
  files: z.array(publishedFile),
  /** The formats of index that the files were found fit for. */
  formats: z.object({ segment: z.number(), stories: z.number() }),
});
export type MirrorList = z.infer<typeof mirrorList>;

/** The formats that this code reads. */
export const CURRENT_FORMATS = { segment: FORMAT_VERSION, stories: STORY_FORMAT_VERSION } as const;

/** The list for the files of a manifest that the user chose. */
export function listOfFiles(
  manifest: PublishedManifest,
  choice: PartitionChoice,
  files: readonly PublishedFile[],
): MirrorList {
  return mirrorList.parse({ manifest, choice, files, formats: CURRENT_FORMATS });
}

/** Whether the files of a list are of the formats that this code reads. */
export function isCurrent({ formats }: MirrorList): boolean {
  return formats.segment === FORMAT_VERSION && formats.stories === STORY_FORMAT_VERSION;
}
