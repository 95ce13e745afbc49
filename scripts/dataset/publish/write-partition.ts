import { createHash } from "node:crypto";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import type { DataSetManifest } from "../../../core/data-set/data-set.ts";
import { LAYOUT_VERSION } from "../../../core/data-set-file/layout.ts";
import { writeDataSetFile } from "../../../core/data-set-file/write-data-set-file.ts";
import type { PublishedFile } from "../../../core/published/published-manifest.ts";
import { pageAddress } from "../../../core/record/article-addresses.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { TooManyEntriesError } from "../../../core/segment/build-segment.ts";
import { FORMAT_VERSION } from "../../../core/segment/format.ts";
import type { CountryNames } from "../../../core/story/words/country-names.ts";
import { STORY_FORMAT_VERSION } from "../../../core/story-index/format.ts";
import { mainHost } from "../../../core/url/outlet-domains.ts";
import { registrableDomain } from "../../../core/url/registrable-domain.ts";
import type { SpilledPartition } from "./partition-spill.ts";
import type { Partitioning } from "./partitioning.ts";
import { PublishError } from "./publish-error.ts";
import type { FileNote, PublishFolder } from "./publish-folder.ts";
import { SpillFile } from "./spill-file.ts";

/** What the files of a run have in common. */
export interface PartitionContext {
  readonly folder: PublishFolder;
  readonly info: DataSetManifest;
  readonly partitioning: Partitioning;
  readonly countries: CountryNames;
  /** A folder for what is written on the way. */
  readonly scratch: string;
}

/**
 * A hash of all that the bytes of a partition's file depend on: its records, what the file says about itself, and the
 * formats. In hex.
 */
export function contentHash(
  { info, partitioning }: Pick<PartitionContext, "info" | "partitioning">,
  partition: string,
  records: SpilledPartition,
): string {
  const formats = [LAYOUT_VERSION, FORMAT_VERSION, STORY_FORMAT_VERSION];
  const facts = JSON.stringify([formats, info, partitioning, partition, records.digest()]);
  return createHash("sha256").update(facts).digest("hex");
}

/**
 * Writes the data set file of a partition, named by its hash.
 *
 * @throws PublishError when it has more articles than a file can have
 */
export async function writePartition(
  { folder, info, partitioning, countries, scratch }: PartitionContext,
  partition: string,
  records: Iterable<ArticleRecord>,
): Promise<FileNote> {
  const partial = folder.partialFile();
  const spill = await SpillFile.open(join(scratch, "stories"));
  const outlets = new OutletCounts();
  const sha256 = createHash("sha256");
  const file = await open(partial, "wx+");
  try {
    const facts = await writeDataSetFile(
      {
        async write(bytes) {
          sha256.update(bytes);
          await file.appendFile(bytes);
        },
        async read(start, end) {
          const bytes = new Uint8Array(end - start);
          await file.read(bytes, 0, bytes.length, start);
          return bytes;
        },
      },
      {
        manifest: info,
        records: outlets.counting(records),
        siteOf: registrableDomain,
        countries,
        spill,
      },
    );
    await file.sync();
    const hash = sha256.digest("hex");
    const published: PublishedFile = {
      name: `${hash}.dataset`,
      sha256: hash,
      bytes: facts.bytes,
      format: LAYOUT_VERSION,
      records: facts.info.records,
      articles: facts.articles,
      outlets: facts.outlets,
      from: timeText(facts.info.from),
      to: timeText(facts.info.to),
      partition,
      language: partitioning === "language" ? partition : null,
    };
    folder.addFile(partial, published.name);
    return { file: published, partitioning, outlets: outlets.list() };
  } catch (error) {
    if (!(error instanceof TooManyEntriesError)) throw error;
    throw new PublishError(`${partition}: ${error.message}. Divide the data set more.`);
  } finally {
    await file.close();
    await spill.close();
    await rm(partial, { force: true });
  }
}

function timeText(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString().replace(".000Z", "Z");
}

/** Counts the records of each outlet, and the names that it is given. */
class OutletCounts {
  readonly #names = new Map<string, Map<string, number>>();
  readonly #sites = new Map<string, string>();

  *counting(records: Iterable<ArticleRecord>): Generator<ArticleRecord, void, undefined> {
    for (const record of records) {
      const host = new URL(pageAddress(record)).hostname;
      const site = this.#sites.get(host) ?? mainHost(registrableDomain(host));
      this.#sites.set(host, site);
      const names = this.#names.get(site) ?? new Map<string, number>();
      names.set(record.provider.name, (names.get(record.provider.name) ?? 0) + 1);
      this.#names.set(site, names);
      yield record;
    }
  }

  /** In the order of sites. */
  list(): FileNote["outlets"] {
    const outlets = Array.from(this.#names, ([site, names]): FileNote["outlets"][number] => {
      const [name] = [...names].reduce((a, b) => (b[1] > a[1] ? b : a));
      return [site, name, names.values().reduce((sum, count) => sum + count, 0)];
    });
    return outlets.sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
