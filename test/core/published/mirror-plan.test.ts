import { describe, expect, test } from "vitest";
import { EVERYTHING, languagesOf, planMirror } from "../../../core/published/mirror-plan.ts";
import { aFile, aManifest } from "../../fixtures/published.ts";

const NOTHING_HELD = new Map<string, number>();

function day(digit: string, date: string) {
  return aFile(digit, { partition: date, from: `${date}T00:00:00Z`, to: `${date}T20:00:00Z` });
}

const DAYS = aManifest({
  published: "2026-11-30T04:00:00Z",
  files: [
    day("1", "2026-11-28"),
    day("2", "2026-11-30"),
    day("3", "2026-11-29"),
    aFile("4", { partition: "undated", from: null, to: null }),
  ],
});

const LANGUAGES = aManifest({
  files: [
    aFile("1", { partition: "en", language: "en", records: 5, bytes: 50 }),
    aFile("2", { partition: "de", language: "de", records: 9, bytes: 90 }),
    aFile("3", { partition: "und", language: "und", records: 1, bytes: 10 }),
  ],
});

/** The first digits of the names, since a file's name is one digit over and over. */
function digits(names: readonly string[]): string {
  return names.map((name) => name[0]).join("");
}

describe("a mirror of everything", () => {
  test("fetches all files when none is there, the newest first", () => {
    const plan = planMirror(DAYS, EVERYTHING, NOTHING_HELD);
    expect(digits(plan.fetch.map(({ file }) => file.name))).toBe("2314");
    expect(plan.remove).toEqual([]);
    expect(plan.bytes).toBe(4000);
    expect(plan.bytesToFetch).toBe(4000);
  });

  test("fetches only what is not there, and deletes what left the manifest", () => {
    const held = new Map([
      [aFile("1").name, 1000],
      [aFile("3").name, 1000],
      [aFile("9").name, 1000],
    ]);
    const plan = planMirror(DAYS, EVERYTHING, held);
    expect(digits(plan.fetch.map(({ file }) => file.name))).toBe("24");
    expect(digits(plan.remove)).toBe("9");
    expect(digits(plan.files.map(({ name }) => name))).toBe("2314");
    expect(plan.bytes).toBe(4000);
    expect(plan.bytesToFetch).toBe(2000);
  });

  test("has nothing to do when all is there", () => {
    const held = new Map(DAYS.files.map(({ name, bytes }) => [name, bytes]));
    const plan = planMirror(DAYS, EVERYTHING, held);
    expect(plan.fetch).toEqual([]);
    expect(plan.remove).toEqual([]);
    expect(plan.bytesToFetch).toBe(0);
  });

  test("goes on with a file that was not fetched to its end", () => {
    const held = new Map([[aFile("2").name, 400]]);
    const plan = planMirror(DAYS, EVERYTHING, held);
    expect(plan.fetch[0]?.from).toBe(400);
    expect(plan.bytesToFetch).toBe(3600);
  });

  test("starts again with a file that is longer than declared", () => {
    const held = new Map([[aFile("2").name, 1400]]);
    const plan = planMirror(DAYS, EVERYTHING, held);
    expect(plan.fetch[0]?.from).toBe(0);
    expect(plan.bytesToFetch).toBe(4000);
  });
});

describe("a mirror of the last days", () => {
  test.each([
    [1, "2"],
    [2, "23"],
    [3, "231"],
    [400, "231"],
  ])("of %d counts from the newest file, and has no undated one", (days, files) => {
    const plan = planMirror(DAYS, { languages: null, days }, NOTHING_HELD);
    expect(digits(plan.files.map(({ name }) => name))).toBe(files);
  });

  test("deletes a day that is no longer one of them", () => {
    const held = new Map([[aFile("1").name, 1000]]);
    expect(digits(planMirror(DAYS, { languages: null, days: 2 }, held).remove)).toBe("1");
  });

  test("has a month that reaches into them", () => {
    const november = aFile("1", {
      partition: "2026-11",
      from: "2026-11-01T00:00:00Z",
      to: "2026-11-30T00:00:00Z",
    });
    const manifest = aManifest({
      published: "2026-12-02T00:00:00Z",
      files: [november, day("2", "2026-12-02")],
    });
    const filesIn = (days: number) =>
      planMirror(manifest, { languages: null, days }, NOTHING_HELD).files.length;
    expect(filesIn(2)).toBe(1);
    expect(filesIn(3)).toBe(2);
  });

  test.each([
    ["a manifest dated a year ahead", "2027-11-30T04:00:00Z", "23"],
    ["an archive of which nothing is new", "2026-12-31T04:00:00Z", "23"],
    ["a manifest dated a year back", "2025-11-30T04:00:00Z", "23"],
    ["a file dated after the manifest", "2026-11-29T04:00:00Z", "231"],
  ])("counts from the newest file also of %s", (_, published, files) => {
    const plan = planMirror({ ...DAYS, published }, { languages: null, days: 2 }, NOTHING_HELD);
    expect(digits(plan.files.map(({ name }) => name))).toBe(files);
  });
});

describe("a mirror of languages", () => {
  test.each([
    [["en"], "1"],
    [["en", "und"], "13"],
    [["fr"], ""],
    [[], ""],
  ])("has the files of %j", (languages, files) => {
    const plan = planMirror(LANGUAGES, { languages, days: null }, NOTHING_HELD);
    expect(digits(plan.files.map(({ name }) => name))).toBe(files);
  });

  test("has files that are not by language, since they may hold them", () => {
    const plan = planMirror(DAYS, { languages: ["en"], days: null }, NOTHING_HELD);
    expect(plan.files).toHaveLength(4);
  });
});

describe("the languages to choose from", () => {
  test("are those of the files, with the most records first", () => {
    expect(languagesOf(LANGUAGES)).toEqual([
      { language: "de", records: 9, bytes: 90 },
      { language: "en", records: 5, bytes: 50 },
      { language: "und", records: 1, bytes: 10 },
    ]);
  });

  test("are counted over all files of a language", () => {
    const manifest = aManifest({
      files: [
        aFile("1", { language: "en", records: 5, bytes: 50 }),
        aFile("2", { language: "en", records: 6, bytes: 60 }),
      ],
    });
    expect(languagesOf(manifest)).toEqual([{ language: "en", records: 11, bytes: 110 }]);
  });

  test("are none when the files are not by language", () => {
    expect(languagesOf(DAYS)).toEqual([]);
  });
});
