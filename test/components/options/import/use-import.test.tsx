// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import type { ImportChoice } from "../../../../components/options/import/import-actions.ts";
import { useImport } from "../../../../components/options/import/use-import.ts";
import type { DataSetStatus } from "../../../../core/protocol/data-set-status.ts";
import type { Staged, WorkerReport } from "../../../../core/protocol/data-worker.ts";
import { runHook, settle } from "../../kit/run-hook.tsx";
import { ownDataSet } from "../data-sets/data-set-states.ts";
import { fakeOptions, statusOf } from "../data-sets/options-states.ts";
import { SUMMARY, summaryView } from "./import-states.ts";

const STAGED: Staged = {
  summary: SUMMARY,
  rejected: 41,
  repaired: 310,
  leftOut: 27,
  skipped: 3,
  unused: [],
  patterns: ["*://*.a.example/*", "*://*.b.example/*"],
  firstProblems: [],
  hasReport: true,
  manifest: {},
  indexBytes: 84_000_000,
};

const CHOICE: ImportChoice = {
  name: "Harbour",
  description: "",
  licence: "",
  source: "",
  access: "sites",
  replaces: null,
};

/** An import in a page; `report` is what its newest worker says. */
function page(dataSets: readonly DataSetStatus[] = []) {
  const fake = fakeOptions();
  const terminate = vi.fn();
  fake.stageInWorker.mockImplementation(() => ({ terminate }));
  const outcome = { onStarted: vi.fn(), onRefused: vi.fn() };
  const hook = runHook(() => useImport(fake.deps, { dataSets, ...outcome }));
  const report = (value: WorkerReport, worker = -1) =>
    settle(() => fake.stageInWorker.mock.calls.at(worker)?.[3](value));
  const choose = (name = "harbour.jsonl.gz") =>
    settle(() => hook.now.actions.chooseFiles([new File(["{}"], name)]));
  return { ...fake, ...outcome, hook, report, choose, terminate };
}

/** An import whose files have been read. */
async function readPage(dataSets: readonly DataSetStatus[] = []) {
  const reading = page(dataSets);
  await reading.choose();
  await reading.report({ type: "staged", ...STAGED });
  reading.background.answers["import.start"] = statusOf();
  return reading;
}

describe("reading", () => {
  test("begins with the files that the user chose", async () => {
    const { hook, choose, stageInWorker } = page();
    expect(hook.now.view).toBeNull();
    await choose();
    expect(hook.now.view).toEqual({
      step: "reading",
      files: 0,
      bytesRead: 0,
      bytesTotal: null,
      records: 0,
      rejected: 0,
      perSecond: null,
      secondsLeft: null,
    });
    expect(
      stageInWorker.mock.calls.map(([source, files, tables]) => [source, files.name(), tables]),
    ).toEqual([["source-1", "harbour.jsonl.gz", []]]);
  });

  test("begins with what the user dropped", async () => {
    const { hook, filesOfDrop, stageInWorker } = page();
    const transfer = new DataTransfer();
    await settle(() => hook.now.actions.dropFiles(transfer));
    expect(filesOfDrop.mock.calls).toEqual([[transfer]]);
    expect(stageInWorker.mock.calls[0]?.[1].name()).toBe("dropped");
  });

  test("says how far it is, and after a second how long it will take", async () => {
    const { hook, choose, report, clock } = page();
    await choose();
    const progress = { files: 2, bytesRead: 250, bytesTotal: 1000, records: 10, rejected: 1 };
    clock.mockReturnValue(1000);
    await report({ type: "progress", ...progress });
    expect(hook.now.view).toEqual({
      step: "reading",
      ...progress,
      perSecond: null,
      secondsLeft: null,
    });
    clock.mockReturnValue(2000);
    await report({ type: "progress", ...progress });
    expect(hook.now.view).toMatchObject({ perSecond: 5, secondsLeft: 6 });
    await report({ type: "progress", ...progress, bytesTotal: null });
    expect(hook.now.view).toMatchObject({ perSecond: 5, secondsLeft: null });
  });

  test("ends when it is cancelled, and what was read is deleted", async () => {
    const { hook, choose, terminate, removeStaged } = page();
    await choose();
    await settle(() => hook.now.actions.cancel());
    expect(hook.now.view).toBeNull();
    expect(terminate).toHaveBeenCalledTimes(1);
    expect(removeStaged.mock.calls).toEqual([["source-1"]]);
  });

  test("that has failed says why, and what was read is deleted", async () => {
    const { hook, choose, report, removeStaged } = page();
    await choose();
    await report({ type: "failed", reason: "disk-full" });
    expect(hook.now.view).toEqual({ step: "failed", reason: "disk-full" });
    expect(removeStaged.mock.calls).toEqual([["source-1"]]);
    await settle(() => hook.now.actions.cancel());
    expect(hook.now.view).toBeNull();
  });

  test("does not listen to the worker of an import that was cancelled", async () => {
    const { hook, choose, report } = page();
    await choose();
    await settle(() => hook.now.actions.cancel());
    await report({ type: "failed", reason: "internal" });
    expect(hook.now.view).toBeNull();
    await choose();
    await report({ type: "failed", reason: "internal" }, 0);
    expect(hook.now.view).toMatchObject({ step: "reading" });
  });

  test("has the browser ask before the page is left, until it is over", async () => {
    const isKept = () => !dispatchEvent(new Event("beforeunload", { cancelable: true }));
    const { hook, choose } = page();
    expect(isKept()).toBe(false);
    await choose();
    expect(isKept()).toBe(true);
    await settle(() => hook.now.actions.cancel());
    expect(isKept()).toBe(false);
  });
});

describe("a table", () => {
  const header = ["name", "link", "when"];

  test("whose columns are not plain is shown with what is guessed", async () => {
    const { hook, choose, report } = page();
    await choose();
    await report({
      type: "columns",
      file: "a.csv",
      header,
      sample: [["A", "https://a.example/", "2026"]],
      guess: { url: 1 },
      missing: ["title"],
    });
    expect(hook.now.view).toEqual({
      step: "columns",
      file: "a.csv",
      header,
      sample: [["A", "https://a.example/", "2026"]],
      guess: { url: 1 },
    });
  });

  test("is read again with the columns that the user chose, beside those chosen before", async () => {
    const { hook, choose, report, stageInWorker, removeStaged } = page();
    await choose();
    const columns = { type: "columns", file: "a.csv", sample: [], guess: {}, missing: [] } as const;
    await report({ ...columns, header });
    await settle(() => hook.now.actions.chooseColumns({ title: 0, url: 1 }));
    await report({ ...columns, header: ["x", "y"] });
    await settle(() => hook.now.actions.chooseColumns({ title: 1, url: 0 }));
    expect(stageInWorker.mock.calls.map(([source, , tables]) => [source, tables])).toEqual([
      ["source-1", []],
      ["source-2", [{ header, columns: { title: 0, url: 1 } }]],
      [
        "source-3",
        [
          { header, columns: { title: 0, url: 1 } },
          { header: ["x", "y"], columns: { title: 1, url: 0 } },
        ],
      ],
    ]);
    expect(removeStaged.mock.calls).toEqual([["source-1"], ["source-2"]]);
  });
});

describe("a summary", () => {
  test("suggests the file's name and says what room there is", async () => {
    const { hook } = await readPage();
    expect(hook.now.view).toEqual(
      summaryView({
        patterns: STAGED.patterns,
        hasReport: true,
        quota: { needed: 84_000_000, free: 1_000_000_000 },
      }),
    );
  });

  test("suggests what the files say of themselves", async () => {
    const { hook, choose, report } = page();
    await choose();
    const manifest = {
      name: " Port ",
      description: "By hand.",
      licence: "CC0",
      source: "a.example",
    };
    await report({ type: "staged", ...STAGED, manifest });
    expect(hook.now.view).toMatchObject({
      suggested: { name: "Port", description: "By hand.", licence: "CC0", source: "a.example" },
    });
  });

  test("of a replacement keeps the name, and what the files do not say", async () => {
    const before = ownDataSet("harbour", "Harbour watch", {}, { licence: "CC BY", source: "old" });
    const { hook, report } = page([before]);
    await settle(() => hook.now.replace("harbour", [new File(["{}"], "new.json")]));
    await report({ type: "staged", ...STAGED, manifest: { name: "New", source: "new" } });
    expect(hook.now.view).toMatchObject({
      replaces: { id: "harbour", name: "Harbour watch" },
      suggested: { name: "Harbour watch", licence: "CC BY", source: "new" },
    });
  });

  test("is not shown for an import that was cancelled meanwhile", async () => {
    const { hook, choose, report, freeBytes } = page();
    const free = Promise.withResolvers<number | null>();
    freeBytes.mockReturnValue(free.promise);
    await choose();
    await report({ type: "staged", ...STAGED });
    await settle(() => hook.now.actions.cancel());
    await settle(() => free.resolve(null));
    expect(hook.now.view).toBeNull();
  });

  test("comes with a report to download", async () => {
    const { hook, download, stagingReport } = await readPage();
    await settle(() => hook.now.actions.downloadReport());
    expect(stagingReport.mock.calls).toEqual([["source-1"]]);
    expect(download.mock.calls).toEqual([[expect.any(File), "harbour-report.tsv"]]);
  });
});

describe("a confirmation", () => {
  test("asks for access within the click, and hands the source over", async () => {
    const { hook, background, requestAccess, onStarted, removeStaged, terminate } =
      await readPage();
    const confirming = settle(() => {
      hook.now.actions.confirm(CHOICE);
      expect(requestAccess.mock.calls).toEqual([["sites", STAGED.patterns]]);
    });
    await confirming;
    expect(background.requests).toEqual([{ type: "import.start", staged: "source-1", ...CHOICE }]);
    expect(hook.now.view).toBeNull();
    expect(onStarted).toHaveBeenCalledTimes(1);
    expect(terminate).toHaveBeenCalledTimes(1);
    expect(removeStaged).not.toHaveBeenCalled();
  });

  test("shows that it is under way while the browser asks", async () => {
    const { hook, requestAccess, background } = await readPage();
    const access = Promise.withResolvers<boolean>();
    requestAccess.mockReturnValue(access.promise);
    await settle(() => hook.now.actions.confirm(CHOICE));
    expect(hook.now.view).toMatchObject({ step: "summary", isConfirming: true });
    expect(background.requests).toEqual([]);
    await settle(() => access.resolve(true));
    expect(background.of("import.start")).toHaveLength(1);
  });

  test("adds the data set also where the user refuses access", async () => {
    const { hook, requestAccess, background } = await readPage();
    requestAccess.mockResolvedValue(false);
    await settle(() => hook.now.actions.confirm(CHOICE));
    expect(background.of("import.start")).toHaveLength(1);
    expect(hook.now.view).toBeNull();
  });

  test("that the background refuses leaves the form as it is", async () => {
    const { hook, background, onRefused, onStarted, removeStaged } = await readPage();
    background.isUnavailable = true;
    await settle(() => hook.now.actions.confirm(CHOICE));
    expect(hook.now.view).toMatchObject({ step: "summary", isConfirming: false });
    expect(onRefused).toHaveBeenCalledTimes(1);
    expect(onStarted).not.toHaveBeenCalled();
    expect(removeStaged).not.toHaveBeenCalled();
  });

  test("is refused where there is not enough room", async () => {
    const { hook, choose, report, freeBytes, requestAccess, background } = page();
    freeBytes.mockResolvedValue(83_999_999);
    await choose();
    await report({ type: "staged", ...STAGED });
    await settle(() => hook.now.actions.confirm(CHOICE));
    expect(hook.now.view).toMatchObject({ step: "summary", error: "disk-full" });
    expect(requestAccess).not.toHaveBeenCalled();
    expect(background.requests).toEqual([]);
  });

  test("does nothing more where the import is cancelled while the browser asks", async () => {
    const { hook, requestAccess, background, onRefused, removeStaged } = await readPage();
    const access = Promise.withResolvers<boolean>();
    requestAccess.mockReturnValue(access.promise);
    await settle(() => hook.now.actions.confirm(CHOICE));
    await settle(() => hook.now.actions.cancel());
    await settle(() => access.resolve(true));
    expect(background.requests).toEqual([]);
    expect(hook.now.view).toBeNull();
    expect(onRefused).not.toHaveBeenCalled();
    expect(removeStaged.mock.calls).toEqual([["source-1"]]);
  });
});
