import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LAYOUT_VERSION } from "../../../core/data-set-file/layout.ts";
import { decodeTrailer, TRAILER_BYTES } from "../../../core/data-set-file/trailer.ts";
import type { ArticleRecord } from "../../../core/record/article-record.ts";
import { FORMAT_VERSION } from "../../../core/segment/format.ts";
import { readableRecords } from "../../../core/segment/scan-source.ts";
import { decodeSourceBlock } from "../../../core/segment/source-block.ts";
import { STORY_FORMAT_VERSION } from "../../../core/story-index/format.ts";
import { openInMemory } from "../../fixtures/data-set-files.ts";

const page = readFileSync(new URL("../../../docs/format.md", import.meta.url), "utf8");

/** The lines of the page's dump: where each is, and its bytes. */
const dump = Array.from(
  (/^```hex\n(.*?)^```$/ms.exec(page)?.[1] ?? "").matchAll(
    /^([0-9a-f]{4})((?: {1,2}[0-9a-f]{2})+)/gm,
  ),
  ([, at = "", hex = ""]) => ({
    at: Number.parseInt(at, 16),
    bytes: Buffer.from(hex.replaceAll(" ", ""), "hex"),
  }),
);
const bytes = Uint8Array.from(Buffer.concat(dump.map((line) => line.bytes)));

describe("the file that docs/format.md shows byte for byte", () => {
  test("has each line where it says", () => {
    let at = 0;
    for (const line of dump) {
      expect(line.at).toBe(at);
      at += line.bytes.length;
    }
    expect(at).toBe(355);
  });

  test("and the example of a directory are of the versions that are written now", () => {
    const example = JSON.parse(/^```json\n(\{\n.*?)^```$/ms.exec(page)?.[1] ?? "");
    expect(bytes[11]).toBe(LAYOUT_VERSION);
    expect(example).toMatchObject({ segment: FORMAT_VERSION, stories: STORY_FORMAT_VERSION });
  });

  test("has a directory of 70 bytes at 0x105", () => {
    expect(decodeTrailer(bytes.slice(-TRAILER_BYTES))).toMatchObject({ start: 0x105, length: 70 });
  });

  test("gives the records that the page shows", async () => {
    const { file } = await openInMemory(bytes);
    const found: ArticleRecord[] = [];
    for await (const block of file.scan())
      found.push(...readableRecords(block).map(([, each]) => each));
    const type = "article";
    const related = {
      ...{ title: "B", webUrl: "https://b.example/1", type },
      provider: { name: "B", domain: "b.example" },
    };
    expect(found).toEqual([
      {
        ...{ title: "A", webUrl: "https://a.example/1", type },
        provider: { name: "A", domain: "a.example" },
        related: [related],
      },
    ]);
    expect((await file.outlets()).info).toMatchObject({ id: "tiny", records: 1 });
    expect([file.hasSegment, file.hasStories]).toEqual([false, false]);
  });

  test("has the lines that the page shows in its source block", async () => {
    const shown = /^```json\n(\[1,\[\]\]\n.*?)^```$/ms.exec(page)?.[1]?.trim().split("\n") ?? [];
    const block = await decodeSourceBlock("docs/16+131", bytes.slice(0x10, 0x93));
    expect(shown).toEqual(["[1,[]]", ...block.records, ...block.related]);
  });
});
