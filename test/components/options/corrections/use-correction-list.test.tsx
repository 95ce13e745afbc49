// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import type { ToastContent } from "../../../../components/kit/Toast.tsx";
import { useCorrectionList } from "../../../../components/options/corrections/use-correction-list.ts";
import type { Correction } from "../../../../core/corrections/corrections.ts";
import {
  MAX_CORRECTIONS_FILE,
  writeCorrectionsFile,
} from "../../../../core/corrections/corrections-file.ts";
import { NOW } from "../../kit/english.tsx";
import { FakeBackground } from "../../kit/fake-background.ts";
import { runHook, settle } from "../../kit/run-hook.tsx";
import { fakeOptions } from "../data-sets/options-states.ts";

const correction = (page: string, article: string): Correction => ({
  page,
  pageTitle: page,
  article,
  articleTitle: article,
  at: NOW,
});
const FIRST = correction("a.example/1", "b.example/2");
const SECOND = correction("a.example/1", "c.example/3");

/** The list once it is loaded. */
async function page(corrections: readonly Correction[] = [FIRST, SECOND]) {
  const background = new FakeBackground({
    "corrections.add": ({ pairs }) => [...pairs, ...corrections],
    "corrections.remove": [SECOND],
    "corrections.clear": [],
  });
  const fake = fakeOptions(background);
  const showToast = vi.fn<(content: ToastContent | null) => void>();
  const hook = runHook(() => useCorrectionList(fake.deps, showToast));
  await settle(() => fake.corrections.push(corrections));
  background.requests.length = 0;
  return { ...fake, hook, showToast, toast: () => showToast.mock.lastCall?.[0] };
}

const fileOf = (pairs: readonly Correction[]) =>
  new File([writeCorrectionsFile(pairs)], "corrections.json");

describe("the list", () => {
  test("is as the background last sent it", async () => {
    const { hook, corrections } = await page([]);
    expect(hook.now.corrections).toEqual([]);
    await settle(() => corrections.push([FIRST]));
    expect(hook.now.corrections).toEqual([FIRST]);
  });

  test("stays as it was where the background does not answer", async () => {
    const { hook, corrections } = await page([FIRST]);
    await settle(() => corrections.fail());
    expect(hook.now.corrections).toEqual([FIRST]);
  });
});

describe("removing", () => {
  test("takes one out, which can be undone", async () => {
    const { hook, background, toast } = await page();
    await settle(() => hook.now.actions.remove(FIRST));
    expect(background.requests).toEqual([
      { type: "corrections.remove", pairs: [{ page: FIRST.page, article: FIRST.article }] },
    ]);
    expect(hook.now.corrections).toEqual([SECOND]);
    expect(toast()?.message).toBe("The correction has been removed.");
    await settle(() => toast()?.undo?.());
    expect(background.of("corrections.add")).toEqual([{ type: "corrections.add", pairs: [FIRST] }]);
    expect(toast()?.message).toBe("Your corrections are back.");
  });

  test("takes all out, which can be undone", async () => {
    const { hook, background, toast } = await page();
    await settle(() => hook.now.actions.clear());
    expect(hook.now.corrections).toEqual([]);
    await settle(() => toast()?.undo?.());
    expect(background.of("corrections.add")).toEqual([
      { type: "corrections.add", pairs: [FIRST, SECOND] },
    ]);
  });

  test("that the background does not answer shows an error and changes nothing", async () => {
    const { hook, background, toast } = await page();
    background.isUnavailable = true;
    await settle(() => hook.now.actions.clear());
    expect(hook.now.corrections).toEqual([FIRST, SECOND]);
    expect(toast()?.message).toMatch(/did not answer/);
    expect(toast()?.undo).toBeUndefined();
  });
});

describe("a file", () => {
  test("is written with all corrections", async () => {
    const { hook, download, toast } = await page();
    await settle(() => hook.now.actions.export());
    const [file, name] = download.mock.calls[0] ?? [];
    expect(name).toBe("second-source-corrections.json");
    expect(await file?.text()).toBe(writeCorrectionsFile([FIRST, SECOND]));
    expect(toast()?.message).toBe("Your corrections have been exported.");
  });

  test("is read, and what is new is counted", async () => {
    const { hook, background, toast } = await page([FIRST]);
    await settle(() => hook.now.actions.import(fileOf([FIRST, SECOND])));
    expect(background.of("corrections.add")).toEqual([
      { type: "corrections.add", pairs: [FIRST, SECOND] },
    ]);
    expect(toast()?.message).toBe("1 correction has been added. 1 was already there.");
  });

  test.each([
    ["is too large", new File(["x".repeat(MAX_CORRECTIONS_FILE + 1)], "large"), "too-large"],
    ["holds something else", new File(["no JSON"], "other"), "not-json"],
    [
      "cannot be read",
      Object.assign(new File(["x"], "gone"), { text: () => Promise.reject(new Error("gone")) }),
      "unreadable",
    ],
  ])("is refused where it %s, until something else is done", async (_, file, kind) => {
    const { hook, background, toast } = await page();
    await settle(() => hook.now.actions.import(file));
    expect(hook.now.failedFile).toEqual({ name: file.name, fault: { kind } });
    expect(background.requests).toEqual([]);
    expect(toast()).toBeNull();
    await settle(() => hook.now.actions.clear());
    expect(hook.now.failedFile).toBeNull();
  });
});
