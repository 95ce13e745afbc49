import { describe, expect, test } from "vitest";
import {
  type FoundObject,
  givenNames,
  mappingFor,
  ObjectRecords,
  shownCells,
} from "../../../../core/import/objects/object-records.ts";
import { LIMITS } from "../../../../core/import/run/limits.ts";
import type { ReadEvent } from "../../../../core/import/run/read-event.ts";
import type { ReadOptions } from "../../../../core/import/run/read-options.ts";
import { ReadRun } from "../../../../core/import/run/read-run.ts";
import { describeProblem } from "../../../../core/record/problem.ts";
import { story } from "../reading.ts";

const newRun = (options: Omit<ReadOptions, "limits"> = {}) => new ReadRun(LIMITS, options);

/** An object on line 3, with its fields there too. */
const object = (value: unknown, isWholeFile = false): FoundObject => ({
  ...{ value, isWholeFile, line: 3, length: 10 },
  lineOf: () => 3,
});
const whole = (json: object) => object(asMaps(json), true);

function asMaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asMaps);
  if (typeof value !== "object" || value === null) return value;
  return new Map(Object.entries(value).map(([key, one]) => [key, asMaps(one)]));
}

interface Given {
  readonly isAmongOthers?: boolean;
  readonly options?: Omit<ReadOptions, "limits">;
}

/** What becomes of the objects of a file. */
function read(objects: readonly FoundObject[], { isAmongOthers = false, options }: Given = {}) {
  const run = newRun(options);
  const records = new ObjectRecords("x.json", run, isAmongOthers);
  const events: ReadEvent[] = objects.flatMap((one) => [...records.add(one)]);
  events.push(...records.end(), ...run.batch());
  const batches = events.filter((event) => event.kind === "batch");
  return {
    columns: events.filter((event) => event.kind === "columns"),
    titles: batches.flatMap((batch) => batch.records.map(({ record }) => record.title)),
    problems: batches.flatMap((batch) => batch.problems.map(describeProblem)),
    skipped: batches.flatMap((batch) => batch.skipped),
    isUnknown: records.isUnknown,
  };
}

const odd = (n: number) => ({ Kopf: `Headline number ${n}`, Ort: `https://a.example/${n}`, n });

describe("objects whose names are not known", () => {
  test("ask the user for the columns, with five of them as a sample", () => {
    const { columns, titles, problems, isUnknown } = read(
      Array.from({ length: 7 }, (_, n) => object(odd(n))),
    );
    expect(columns).toEqual([
      {
        kind: "columns",
        file: "x.json",
        header: ["Kopf", "Ort", "n"],
        sample: [0, 1, 2, 3, 4].map((n) => [
          `Headline number ${n}`,
          `https://a.example/${n}`,
          `${n}`,
        ]),
        guess: { title: 0, url: 1 },
        missing: ["title", "url"],
      },
    ]);
    expect([titles, problems, isUnknown]).toEqual([[], [], true]);
  });

  test("ask where there are fewer, once all were read", () => {
    const { columns } = read([object(odd(1)), object({ ...odd(2), more: "x" })]);
    expect(columns).toMatchObject([
      {
        header: ["Kopf", "Ort", "n", "more"],
        sample: [
          ["Headline number 1", "https://a.example/1", "1", ""],
          ["Headline number 2", "https://a.example/2", "2", "x"],
        ],
      },
    ]);
  });

  test("are read by the columns that the user has named", () => {
    const options = { columns: { title: "Kopf", url: "Ort" } };
    const { columns, titles } = read([object(odd(1))], { options });
    expect([columns, titles]).toEqual([[], ["Headline number 1"]]);
  });

  test("are read by the numbers of the columns of exactly this header", () => {
    const tables = [{ header: ["Kopf", "Ort", "n"], columns: { title: 0, url: 1 } }];
    expect(read([object(odd(1))], { options: { tables } }).titles).toEqual(["Headline number 1"]);
    const other = [{ header: ["Kopf", "Ort"], columns: { title: 0, url: 1 } }];
    expect(read([object(odd(1))], { options: { tables: other } }).titles).toEqual([]);
  });

  test("ask nothing where no title or no address can be guessed: they are no records", () => {
    for (const value of [{ a: "x" }, { Ort: "https://a.example/1" }]) {
      const { columns, problems } = read([object(value)]);
      expect(columns).toEqual([]);
      expect(problems.at(-1)).toMatch(/^x\.json:3: .*rejected: /);
    }
  });

  test("ask in a file among others only if at most one column is missing", () => {
    const isAmongOthers = true;
    expect(read([object(odd(1))], { isAmongOthers }).columns).toEqual([]);
    const known = { Kopf: "Headline number 1", url: "https://a.example/1" };
    expect(read([object(known)], { isAmongOthers }).columns).toMatchObject([
      { missing: ["title"], guess: { title: 0, url: 1 } },
    ]);
  });
});

describe("a file that is one object", () => {
  const AFTER =
    "expected a list of records, an object with one in it or in an object in it, or a record";

  test("is a record with a title, an address or an outlet", () => {
    expect(read([whole(story(1))]).titles).toEqual(["Story 1"]);
    for (const value of [{ title: "A" }, { webUrl: "a" }, { originalUrl: "a" }, { provider: {} }])
      expect(read([whole(value)]).problems.join()).not.toContain(AFTER);
  });

  test("is no data without any of them", () => {
    expect(read([whole({ name: "set", files: ["a"] })]).problems).toEqual([
      `x.json:3: rejected: ${AFTER}, found ["name","files"]`,
    ]);
  });

  test("is skipped among others", () => {
    const { problems, skipped } = read([whole({ name: "set" })], { isAmongOthers: true });
    expect([problems, skipped]).toEqual([[], ["x.json"]]);
  });

  test.each([{ articles: [] }, { data: { articles: [] } }, { n: 1, data: { n: 1, articles: [] } }])(
    "%j holds no articles",
    (value) => {
      expect(read([whole(value)]).problems).toEqual(["x.json:3: rejected: holds no articles"]);
    },
  );

  test("is rejected as a record where it is one of several", () => {
    expect(read([object(asMaps({ name: "set" }))]).problems.join()).not.toContain(AFTER);
  });
});

test("records are handed on whenever a batch is full, the last ones too", () => {
  const run = newRun();
  const records = new ObjectRecords("x.json", run, false);
  const events = Array.from({ length: 501 }, (_, n) => [...records.add(object(story(n)))]).flat();
  expect(events.map((event) => event.kind === "batch" && event.records.length)).toEqual([500]);
  expect([...records.end(), ...run.batch()]).toMatchObject([{ records: [{ file: "x.json" }] }]);
});

test("records are read in the order of the file, whether they were in the sample or not", () => {
  const { titles } = read([1, 2, 3, 4, 5, 6].map((n) => object(story(n))));
  expect(titles).toEqual(["Story 1", "Story 2", "Story 3", "Story 4", "Story 5", "Story 6"]);
});

describe("a mapping of columns", () => {
  test("names them, also where it was given by numbers", () => {
    const run = newRun({ columns: { title: 1, url: "link", excerpt: 5 } });
    expect(mappingFor(["a", "b"], run)).toEqual({ title: "b", url: "link", excerpt: undefined });
  });

  test("names fields deep inside an object in small letters without dots", () => {
    expect(givenNames(newRun({ columns: { title: "Head.Line", url: "link" } }))).toEqual(
      new Set(["headline", "link"]),
    );
    expect(givenNames(newRun())).toEqual(new Set());
  });
});

test("the cells of an object are shown as text, none longer than 500 characters", () => {
  const value = { a: "x".repeat(501), b: 7, c: { d: "deep" }, e: ["f"] };
  const header = ["e", "b", "c.d", "missing", "a"];
  const options = { columns: { title: "c.d" } };
  expect(shownCells(value, header, newRun(options))).toEqual([
    '["f"]',
    "7",
    "deep",
    "",
    "x".repeat(500),
  ]);
  expect(shownCells("no object", ["a"], newRun())).toEqual([""]);
});
