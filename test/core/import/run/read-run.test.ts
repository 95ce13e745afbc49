import { describe, expect, test } from "vitest";
import { LIMITS } from "../../../../core/import/run/limits.ts";
import { ReadRun } from "../../../../core/import/run/read-run.ts";
import type { Problem } from "../../../../core/record/problem.ts";
import { record } from "../../../fixtures/records.ts";

const RECORD = record("https://a.example/1");
const problem = (severity: Problem["severity"], message = "x"): Problem => ({
  file: "a.md",
  line: 1,
  field: "excerpt",
  severity,
  message,
  found: "",
});

const newRun = (options: ConstructorParameters<typeof ReadRun>[1] = {}) =>
  new ReadRun(LIMITS, options);

const batchOf = (run: ReadRun) => [...run.batch()];

describe("a batch", () => {
  test("has what was found since the one before", () => {
    const run = newRun();
    run.bytesRead = 100;
    const problems = [problem("repaired"), problem("dropped"), problem("dropped")];
    run.record("a.md", 3, { record: RECORD, problems }, 10);
    run.record("a.md", 4, { record: null, problems: [problem("rejected")] }, 10);
    run.reject("b.md", null, "not a record", '"x"');
    run.note(problem("dropped", "noted"));
    run.skip("c.txt");
    expect(batchOf(run)).toEqual([
      {
        kind: "batch",
        records: [{ record: RECORD, file: "a.md", line: 3, repairs: 1, drops: 2 }],
        problems: [
          ...problems,
          problem("rejected"),
          {
            file: "b.md",
            line: null,
            field: "",
            severity: "rejected",
            message: "not a record",
            found: '"x"',
          },
          problem("dropped", "noted"),
        ],
        rejected: 2,
        skipped: ["c.txt"],
        bytesRead: 100,
      },
    ]);
    expect(batchOf(run)).toEqual([]);
  });

  test("reports, even without records, that bytes were read", () => {
    const run = newRun();
    expect(batchOf(run)).toEqual([]);
    run.bytesRead = 7;
    expect(batchOf(run)).toMatchObject([{ records: [], rejected: 0, bytesRead: 7 }]);
    run.skip("a.txt");
    expect(batchOf(run)).toMatchObject([{ skipped: ["a.txt"], bytesRead: 7 }]);
  });

  test("is followed by an end where the run was stopped", () => {
    const stop = new AbortController();
    const run = newRun({ signal: stop.signal });
    run.skip("a.txt");
    stop.abort();
    const events = run.batch();
    expect(events.next().done).toBe(false);
    expect(() => events.next()).toThrow("aborted");
  });
});

describe("a batch is full", () => {
  test.each<[string, (run: ReadRun) => void]>([
    ["with 500 records", (run) => run.record("a", 1, { record: RECORD, problems: [] }, 0)],
    ["with 500 problems", (run) => run.note(problem("dropped"))],
    ["with 500 files that were skipped", (run) => run.skip("a")],
  ])("%s", (_, add) => {
    const run = newRun();
    for (let i = 0; i < 499; i++) add(run);
    expect(run.isFull).toBe(false);
    add(run);
    expect(run.isFull).toBe(true);
    batchOf(run);
    expect(run.isFull).toBe(false);
  });

  test("with records of a megabyte of text", () => {
    const run = newRun();
    run.record("a", 1, { record: null, problems: [] }, 1_048_575);
    expect(run.isFull).toBe(false);
    run.record("a", 1, { record: null, problems: [] }, 1);
    expect(run.isFull).toBe(true);
    batchOf(run);
    run.skip("a");
    batchOf(run);
    expect(run.isFull).toBe(false);
  });

  test("after four megabytes of input", () => {
    const run = newRun();
    run.bytesRead = 4_194_303;
    expect(run.isFull).toBe(false);
    run.bytesRead++;
    expect(run.isFull).toBe(true);
    batchOf(run);
    run.bytesRead += 4_194_303;
    expect(run.isFull).toBe(false);
  });
});

describe("a line that was read as Windows-1252", () => {
  const repairsOf = (run: ReadRun, line: number | null) => {
    run.record("a", line, { record: RECORD, problems: [] }, 0);
    const [batch] = batchOf(run);
    return batch?.kind === "batch" ? batch.records.map(({ repairs }) => repairs) : [];
  };

  test("is a repair of the record on it, once", () => {
    const run = newRun();
    run.mended("a", 3, "read as Windows-1252");
    expect(repairsOf(run, 2)).toEqual([0]);
    expect(repairsOf(run, 3)).toEqual([1]);
    expect(repairsOf(run, 3)).toEqual([0]);
  });

  test("is reported, and does not count for the next file", () => {
    const run = newRun();
    run.mended("a", 3, "read as Windows-1252");
    run.mended("a", null, "read as UTF-16");
    expect(batchOf(run)).toMatchObject([
      {
        problems: [
          { line: 3, field: "", severity: "repaired", message: "read as Windows-1252", found: "" },
          { line: null, message: "read as UTF-16" },
        ],
        rejected: 0,
      },
    ]);
    run.beginFile();
    expect(repairsOf(run, 3)).toEqual([0]);
  });
});

test("a file without articles is skipped among others, else rejected", () => {
  const run = newRun();
  run.empty("a.txt", true);
  run.empty("b.txt", false);
  expect(batchOf(run)).toMatchObject([
    {
      skipped: ["a.txt"],
      problems: [{ file: "b.txt", severity: "rejected", message: "holds no articles", found: "" }],
    },
  ]);
});

test("of unused columns two hundred are named, each once and with a hundred characters", () => {
  const run = newRun();
  run.unused("x".repeat(101));
  run.unused("x".repeat(101));
  expect(run.unusedColumns).toEqual(["x".repeat(100)]);
  for (let i = 0; i < 300; i++) run.unused(`column ${i}`);
  expect(run.unusedColumns.length).toBe(200);
});

test("the columns that were given for a header are for that header, others for all", () => {
  const run = newRun({
    columns: { title: "a" },
    tables: [{ header: ["b", "c"], columns: { title: "b" } }],
  });
  expect(run.columnsFor(["b", "c"])).toEqual({ title: "b" });
  for (const header of [["b"], ["c", "b"], ["b", "c", "d"], []])
    expect(run.columnsFor(header)).toEqual({ title: "a" });
  expect(newRun().columnsFor(["b"])).toEqual({});
});

describe("a column of a mapping that no table has", () => {
  const problems = (run: ReadRun) => {
    run.rejectAbsentColumns();
    const [batch] = batchOf(run);
    return batch?.kind === "batch"
      ? batch.problems.map(({ file, message }) => [file, message])
      : [];
  };

  test("is rejected once, with the columns that there are", () => {
    const run = newRun({ columns: { title: "Kopf", url: "Ort", excerpt: 3 } });
    run.sawColumns(["A", "ort", ""]);
    run.sawColumns(["B"]);
    expect(problems(run)).toEqual([
      ["title=Kopf", "no column “Kopf”; there are: A, ort, column 3, B"],
    ]);
    expect(problems(run)).toEqual([]);
  });

  test("is told with at most thirty others, each by a hundred characters", () => {
    const run = newRun({ columns: { title: "Kopf" } });
    run.sawColumns(["x".repeat(101)]);
    run.sawColumns(Array.from({ length: 40 }, (_, i) => `c${i}`));
    const [[, message] = []] = problems(run);
    const there = message?.slice("no column “Kopf”; there are: ".length).split(", ");
    expect(there).toEqual(["x".repeat(100), ...Array.from({ length: 29 }, (_, i) => `c${i}`)]);
  });

  test("is not rejected where there was no table", () => {
    expect(problems(newRun({ columns: { title: "Kopf" } }))).toEqual([]);
  });

  test("is none where each was in one of the tables", () => {
    const run = newRun({ columns: { title: "Kopf", url: "Ort" } });
    run.sawColumns(["Kopf"]);
    run.sawColumns(["Ort"]);
    run.sawColumns(["A"]);
    expect(problems(run)).toEqual([]);
  });
});
