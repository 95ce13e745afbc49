import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { placeOfDocuments } from "../../../core/segment/source-blocks.ts";
import { urlKey } from "../../../core/url/url-key.ts";
import { openIndexedDbStore } from "../../../platform/store/block-store.ts";
import { createSourceStore } from "../../../platform/store/source-store.ts";
import type { OpenStore } from "./contestant.ts";
import { SOURCE } from "./second-source-names.ts";
import { serveContestant } from "./serve-contestant.ts";

/** The shipped look-up, as the library does it, without messages and the list of data sets. */
async function open(): Promise<OpenStore> {
  const sources = createSourceStore();
  void sources.open(SOURCE);
  const store = await openIndexedDbStore();
  const [record] = await store.segments();
  if (record === undefined || record.source === null) throw new Error("there is no segment");
  const { generation, source } = record;
  let blocks = 0;
  const segment = await SegmentReader.open(async (name) => {
    blocks++;
    const place = placeOfDocuments(name);
    if (place === null) return store.read(generation, name);
    return (await sources.open(source))?.read(place.start, place.start + place.length);
  });
  return {
    blocks: () => blocks,
    async byUrl(address) {
      const coverage = await findCoverage([segment], address, []);
      return coverage.kind === "article" ? coverage.page.title : null;
    },
    async isKnown(address) {
      return (await segment.article(urlKey(address) ?? "")) !== null;
    },
    async byDomain(host) {
      const profile = await segment.outlet(host);
      return profile === null ? [] : segment.latest(profile);
    },
  };
}

serveContestant({ open });
