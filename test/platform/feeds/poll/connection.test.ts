import { afterEach, describe, expect, test, vi } from "vitest";
import { connection } from "../../../../platform/feeds/poll/connection.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the connection", () => {
  test.each([
    ["ok", { onLine: true }],
    ["ok", { onLine: true, connection: { saveData: false } }],
    ["saving-data", { onLine: true, connection: { saveData: true } }],
    ["offline", { onLine: false, connection: { saveData: true } }],
  ])("is %s where the browser says %j", (expected, navigator) => {
    vi.stubGlobal("navigator", navigator);
    expect(connection()).toBe(expected);
  });
});
