import { describe, expect, test } from "vitest";
import type { DataSetStatus } from "../../../core/protocol/data-set-status.ts";
import { isAnyFindingStories } from "../../../core/protocol/finding-stories.ts";

const READY = { isEnabled: true, health: "good", stories: { kind: "ready", bytes: 1 } } as const;
const finding = (fields: Partial<DataSetStatus>) =>
  isAnyFindingStories([READY, { ...READY, ...fields }]);

describe("a story may still appear", () => {
  test.each<[string, Partial<DataSetStatus>]>([
    ["are being found", { stories: { kind: "building", share: 0.5 } }],
    ["wait for their turn", { stories: { kind: "waiting" } }],
  ])("while those of a data set %s", (_, fields) => {
    expect(finding(fields)).toBe(true);
  });

  test.each<[string, Partial<DataSetStatus>]>([
    ["are there", {}],
    ["could not be found", { stories: { kind: "failed" } }],
    ["are of a data set that is switched off", { isEnabled: false, stories: { kind: "waiting" } }],
    ["are of one that does not answer", { health: "lost", stories: { kind: "waiting" } }],
  ])("but not when they %s", (_, fields) => {
    expect(finding(fields)).toBe(false);
  });
});
