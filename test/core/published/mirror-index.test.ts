import { describe, expect, test, vi } from "vitest";
import { findCoverage } from "../../../core/coverage/find-coverage.ts";
import { MirrorIndex } from "../../../core/published/mirror-index.ts";
import { record } from "../../fixtures/records.ts";
import { mirrorOf } from "./mirror-in-memory.ts";

const at = (path: string) => `https://harbour.example/${path}`;
const onDay = (day: number, path = `${day}`) =>
  record(at(path), { publishedDateTime: new Date(Date.UTC(2026, 10, day)).toISOString() });

/** Ten files with two articles of one outlet each. */
const TEN = Array.from({ length: 10 }, (_, i) => [onDay(30 - i), onDay(30 - i, `${30 - i}/b`)]);

describe("of a mirror with an index", () => {
  test("only the files that have what is looked up are opened", async () => {
    const { segments, opened } = await mirrorOf(TEN);
    const answer = await findCoverage(segments, at("27"), []);
    expect(answer.kind).toBe("article");
    expect([...opened]).toEqual([3]);
  });

  test("no file is opened for a page of an outlet that no file has", async () => {
    const { segments, opened } = await mirrorOf(TEN);
    expect(await findCoverage(segments, "https://other.example/1", [])).toEqual({ kind: "none" });
    expect([...opened]).toEqual([]);
  });

  test("an outlet's articles are those of all files, and its latest are read from the latest files", async () => {
    const { segments, opened } = await mirrorOf(TEN);
    const answer = await findCoverage(segments, at("unknown"), []);
    if (answer.kind !== "outlet") throw new Error(answer.kind);
    expect(answer.ratings.map(({ articles }) => articles)).toEqual([20]);
    expect(answer.latest.map(({ url }) => url)).toEqual(
      [30, 29, 28, 27, 26].flatMap((day) => [at(`${day}`), at(`${day}/b`)]),
    );
    expect([...opened].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  test("an outlet that only some files rate has the quality of the first of these", async () => {
    const rated = [1, 2, 3].map((n) => record(at(`rated/${n}`), { quality: 20 * n }));
    const { segments } = await mirrorOf([[onDay(30)], rated, [onDay(28)]]);
    const profiles = await Promise.all(segments.map((one) => one.outlet("harbour.example")));
    expect(profiles.map((one) => one && [one.articles, one.rated, one.quality?.median])).toEqual([
      null,
      [5, 3, 40],
      null,
    ]);
  });

  test("one file names the match patterns of all", async () => {
    const { segments } = await mirrorOf([[record("https://b.example/1")], [onDay(30)]]);
    expect(await Promise.all(segments.map((one) => one.patterns()))).toEqual([
      ["*://*.b.example/*", "*://*.harbour.example/*"],
      [],
    ]);
  });

  test("files for whose addresses there is no room are named and not covered", async () => {
    const { mirror, segments } = await mirrorOf(TEN, 5);
    expect(mirror.index.meta.files.map(({ name }) => name)).toEqual(["0.dataset", "1.dataset"]);
    expect(mirror.index.meta.others).toHaveLength(8);
    expect(await segments[1]?.outlet("harbour.example")).toBeNull();
    expect(await segments[0]?.outlet("harbour.example")).toMatchObject({ articles: 4 });
  });

  test("a file that is taken out of use no longer answers for its outlets", async () => {
    const { segments, mirror } = await mirrorOf([[onDay(30)], [onDay(29)]]);
    expect(await segments[1]?.outlet("harbour.example")).toBeNull();
    mirror.segments.delete(0);
    expect(await segments[1]?.outlet("harbour.example")).toMatchObject({ site: "harbour.example" });
  });
});

describe("of a mirror whose index is damaged", () => {
  test("all files are read", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    const mirror = await mirrorOf(TEN);
    // Behind the header, where the blocks of addresses and outlets are.
    mirror.indexBytes.fill(0xff, 16, 400);
    const answer = await findCoverage(mirror.segments, at("27"), []);
    expect(answer).toMatchObject({ kind: "article", page: { url: at("27") } });
    expect(warn).toHaveBeenCalled();
    warn.mockRestore();
  });

  test.each([0, 8, -1, -20, -30])(
    "at byte %i, it is not used, or refuses to answer",
    async (byte) => {
      const { indexBytes } = await mirrorOf(TEN);
      const bytes = indexBytes.slice();
      const at = (byte + bytes.length) % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const index = await MirrorIndex.open(async (from, to) => bytes.slice(from, to), bytes.length);
      expect(index).toBeNull();
    },
  );
});
