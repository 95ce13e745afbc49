// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { settle } from "../../kit/run-hook.tsx";
import { page } from "./import-page.tsx";

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

  test("ignores the worker of an import that was cancelled", async () => {
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

  test("whose columns cannot be recognised is shown with a guess", async () => {
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
