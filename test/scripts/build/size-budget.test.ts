import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Wxt } from "wxt";
import { ENTRIES, keepSizeBudgets, weighEntries } from "../../../scripts/build/size-budget.ts";

/** A built extension, as small as can be. */
let outDir: string;
beforeEach(() => {
  outDir = mkdtempSync(join(tmpdir(), "size-budget-"));
  mkdirSync(join(outDir, "chunks"));
  mkdirSync(join(outDir, "assets"));
  for (const entry of ENTRIES) write(entry, "");
});

afterEach(() => rmSync(outDir, { recursive: true }));

function write(file: string, content: string): void {
  writeFileSync(join(outDir, file), content);
}

function weigh(entry: string) {
  return weighEntries(outDir).find((size) => size.entry === entry);
}

/** What the hook reads of WXT's configuration. */
function wxt(mode: string): Wxt {
  return { config: { mode, outDir } } as Wxt;
}

describe("an entry weighs", () => {
  test("itself", () => {
    write("overlay.js", "x".repeat(1000));
    expect(weigh("overlay.js")).toMatchObject({ raw: 1000, budget: 10000 });
    expect(weigh("overlay.js")?.gzip).toBeLessThan(50);
  });

  test("with the scripts and styles its page names", () => {
    const page = '<script src="/chunks/a.js"></script><link href="/assets/a.css"/>';
    write("sidebar.html", page);
    write("chunks/a.js", "12345");
    write("assets/a.css", "123");
    expect(weigh("sidebar.html")?.raw).toBe(page.length + 5 + 3);
  });

  test.each([
    ["what they import", 'import{a}from"./b.js";'],
    ["what they import with spaces", "import { a } from './b.js';"],
    ["what they import for its effect", 'import"./b.js";'],
    ["what they pass on", 'export*from"./b.js";'],
  ])("with the scripts' own: %s", (_, script) => {
    const page = '<script src="/chunks/a.js"></script>';
    write("popup.html", page);
    write("chunks/a.js", script);
    write("chunks/b.js", "1234567");
    expect(weigh("popup.html")?.raw).toBe(page.length + script.length + 7);
  });

  test("each file once, also when scripts import each other", () => {
    const page = '<script src="/chunks/a.js"></script><link href="/chunks/b.js"/>';
    write("options.html", page);
    write("chunks/a.js", 'import"./b.js"');
    write("chunks/b.js", 'import"./a.js"');
    expect(weigh("options.html")?.raw).toBe(page.length + 14 + 14);
  });

  test("nothing that only lies beside it", () => {
    write("chunks/unused.js", "x".repeat(1000));
    expect(weighEntries(outDir).filter(({ raw }) => raw > 0)).toEqual([]);
  });
});

describe("a build", () => {
  const heavy = () => randomBytes(2600).toString("hex");

  test("within its budgets passes", () => {
    expect(() => keepSizeBudgets(wxt("production"))).not.toThrow();
  });

  test("over a budget fails, with the entry and both weights", () => {
    write("overlay.js", heavy().repeat(2) + randomBytes(7000).toString("base64"));
    expect(() => keepSizeBudgets(wxt("production"))).toThrow(
      /^Over the size budget \(gzip\):\noverlay\.js: \d{4,} bytes, budget 10000$/,
    );
  });

  test("may have any size without a budget", () => {
    write("popup.html", randomBytes(200_000).toString("base64"));
    expect(() => keepSizeBudgets(wxt("production"))).not.toThrow();
  });

  test("for development may have any size", () => {
    write("overlay.js", randomBytes(50_000).toString("base64"));
    expect(() => keepSizeBudgets(wxt("development"))).not.toThrow();
  });
});
