import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { conclude, runSteps, type Step, type Tally } from "../../scripts/steps.ts";

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
});

function step(name: string, tally: Partial<Tally>): Step {
  return { name, run: async () => ({ passed: 0, failed: 0, skipped: 0, failures: [], ...tally }) };
}

describe("steps", () => {
  test("are added up", async () => {
    const steps = [step("one", { passed: 2, skipped: 1 }), step("two", { passed: 3, failed: 4 })];
    expect(await runSteps(steps)).toMatchObject({ passed: 5, failed: 4, skipped: 1 });
  });

  test("report each result", async () => {
    await runSteps([step("one", { passed: 2 }), step("two", { passed: 1, failed: 1, skipped: 3 })]);
    expect(said.map((line) => line.replace(/\(.*/, "(time)"))).toEqual([
      "  one: 2 passed (time)",
      "  two: 1 passed, 1 FAILED, 3 skipped (time)",
    ]);
  });

  test("of a list run at the same time", async () => {
    const order: string[] = [];
    const slow = (name: string): Step => ({
      name,
      async run() {
        order.push(`${name} begins`);
        await Promise.resolve();
        order.push(`${name} ends`);
        return { passed: 1, failed: 0, skipped: 0, failures: [] };
      },
    });
    expect(await runSteps([[slow("one"), slow("two")], slow("three")])).toMatchObject({
      passed: 3,
    });
    expect(order.slice(0, 3)).toEqual(["one begins", "two begins", "one ends"]);
    expect(order.indexOf("three begins")).toBe(4);
  });

  test("continue after one that throws, which counts as a failure", async () => {
    const broken: Step = { name: "broken", run: () => Promise.reject(new Error("no such tool")) };
    expect(await runSteps([broken, step("two", { passed: 1 })])).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
      failures: ["broken: Error: no such tool"],
    });
  });
});

describe("the end of a run", () => {
  test.each([
    ["is good when all passed", { passed: 3, failed: 0, skipped: 0 }, 0],
    ["is bad when one failed", { passed: 3, failed: 1, skipped: 0 }, 1],
    ["is bad when nothing ran", { passed: 0, failed: 0, skipped: 0 }, 1],
  ])("%s", (_, tally, code) => {
    expect(conclude({ ...tally, failures: [] })).toBe(code);
  });

  test("names what failed, and ends in one line", () => {
    conclude({ passed: 3, failed: 1, skipped: 2, failures: ["unit a.test.ts: adds: not 2"] });
    expect(said).toEqual(["FAILED unit a.test.ts: adds: not 2", "3 passed, 1 failed, 2 skipped"]);
  });
});
