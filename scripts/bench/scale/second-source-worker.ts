import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import { SegmentReader } from "../../../core/segment/segment-reader.ts";
import { placeOfDocuments } from "../../../core/segment/source-block.ts";
import { urlKey } from "../../../core/url/url-key.ts";
import { openIndexedDbStore } from "../../../platform/store/block-store.ts";
import { createSourceStore } from "../../../platform/store/source-store.ts";
import type { OpenStore } from "./contestant.ts";
import { GENERATION, SOURCE } from "./second-source-names.ts";
import { serveContestant } from "./serve-contestant.ts";

/** The extension's look-up, without messages and the list of data sets. */
async function open(): Promise<OpenStore> {
  let blocks = 0;
  const opening = openSegment(() => blocks++);
  return {
    blocks: () => blocks,
    async byUrl(address) {
      const coverage = await findCoverage(opening, address, []);
      return coverage.kind === "article" ? coverage.page.title : null;
    },
    async isKnown(address) {
      const [segment] = await opening;
      return (await segment.article(urlKey(address) ?? "")) !== null;
    },
    async byDomain(host) {
      const [segment] = await opening;
      const profile = await segment.outlet(host);
      return profile === null ? [] : segment.latest(profile);
    },
  };
}

async function openSegment(onBlock: () => void): Promise<[SegmentReader]> {
  const sources = createSourceStore();
  const openingStore = openIndexedDbStore();
  void sources.open(SOURCE);
  const store = await openingStore;
  const meta = store.read(GENERATION, "meta");
  const [[row]] = await Promise.all([store.rows(), meta]);
  if (row?.generation !== GENERATION) throw new Error("there is no segment");
  const segment = await SegmentReader.open(async (name) => {
    onBlock();
    if (name === "meta") return meta;
    if (placeOfDocuments(name) === null) return store.read(GENERATION, name);
    return (await sources.open(SOURCE))?.read(name);
  });
  return [segment];
}

serveContestant({ open });
