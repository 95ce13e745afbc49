import { afterEach, describe, expect, test, vi } from "vitest";
import { Emitter } from "../../../platform/store/emitter.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("an emitter", () => {
  test("calls its listeners for each event, in the order of registration", async () => {
    const emitter = new Emitter<string>();
    const received: string[] = [];
    emitter.on((event) => void received.push(`first ${event}`));
    emitter.on((event) => void received.push(`second ${event}`));
    await emitter.emit("a");
    await emitter.emit("b");
    expect(received).toEqual(["first a", "second a", "first b", "second b"]);
  });

  test("waits for its listeners", async () => {
    const emitter = new Emitter<string>();
    const { promise, resolve } = Promise.withResolvers<void>();
    emitter.on(() => promise);
    let isDone = false;
    const emitted = emitter.emit("a").then(() => {
      isDone = true;
    });
    await new Promise(setImmediate);
    expect(isDone).toBe(false);
    resolve();
    await emitted;
    expect(isDone).toBe(true);
  });

  test("reports listeners that fail, and calls the others", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const emitter = new Emitter<string>();
    const received: string[] = [];
    const [thrown, rejected] = [new Error("thrown"), new Error("rejected")];
    emitter.on(() => {
      throw thrown;
    });
    emitter.on(() => Promise.reject(rejected));
    emitter.on((event) => void received.push(event));
    await emitter.emit("a");
    expect(received).toEqual(["a"]);
    expect(logged.mock.calls).toEqual([
      ["Second Source:", thrown],
      ["Second Source:", rejected],
    ]);
  });
});
