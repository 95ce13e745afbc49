// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { settle } from "../../kit/run-hook.tsx";
import { ownDataSet } from "../data-sets/data-set-states.ts";
import { CHOICE, page, readPage, STAGED } from "./import-page.tsx";
import { summaryView } from "./import-states.ts";

describe("a summary", () => {
  test("suggests the file's name and shows the free space", async () => {
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

  test("is refused when there is not enough space", async () => {
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
