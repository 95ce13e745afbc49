import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { requestOver } from "../../../platform/messages/request.ts";

const REQUEST = { type: "options.open" } as const;
const UNREACHABLE = new Error("Could not establish connection. Receiving end does not exist.");

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Asks a background that behaves each time as the next function says. */
async function ask(...turns: (() => unknown)[]) {
  const sent: unknown[] = [];
  const asking = requestOver(async (message) => {
    sent.push(message);
    return turns[sent.length - 1]?.();
  }, REQUEST);
  await vi.runAllTimersAsync();
  return { answer: await asking, sent };
}

const unreachable = () => {
  throw UNREACHABLE;
};

describe("a request", () => {
  test("gets the background's answer", async () => {
    const { answer, sent } = await ask(() => ({ ok: true, value: null }));
    expect(answer).toEqual({ ok: true, value: null });
    expect(sent).toEqual([REQUEST]);
  });

  test("gets the background's failure, and is not sent again", async () => {
    const { answer, sent } = await ask(() => ({ ok: false, failure: "forbidden" }));
    expect(answer).toEqual({ ok: false, failure: "forbidden" });
    expect(sent).toHaveLength(1);
  });

  test("is sent once more when the background could not be reached", async () => {
    const { answer, sent } = await ask(unreachable, () => ({ ok: true, value: null }));
    expect(answer).toEqual({ ok: true, value: null });
    expect(sent).toEqual([REQUEST, REQUEST]);
  });

  test("is sent once more only after a moment", async () => {
    let tries = 0;
    void requestOver(async () => {
      tries++;
      throw UNREACHABLE;
    }, REQUEST);
    await vi.advanceTimersByTimeAsync(149);
    expect(tries).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(tries).toBe(2);
  });

  test("is sent again after longer and longer, as a suspension takes seconds on a busy machine", async () => {
    const { answer, sent } = await ask(unreachable, unreachable, unreachable, () => ({
      ok: true,
      value: null,
    }));
    expect(answer).toEqual({ ok: true, value: null });
    expect(sent).toHaveLength(4);
  });

  test("fails at once when it could not be reached the last time", async () => {
    const asking = requestOver(() => Promise.reject(UNREACHABLE), REQUEST);
    await vi.advanceTimersByTimeAsync(150 + 500 + 1500);
    expect(vi.getTimerCount()).toBe(0);
    expect(await asking).toEqual({ ok: false, failure: "unavailable" });
  });

  test("fails as unavailable when it could not be reached four times", async () => {
    const { answer, sent } = await ask(unreachable, unreachable, unreachable, unreachable, () => ({
      ok: true,
      value: null,
    }));
    expect(answer).toEqual({ ok: false, failure: "unavailable" });
    expect(sent).toHaveLength(4);
  });

  test.each([undefined, null, "ok", 1, {}, []])("does not accept %j as an answer", async (junk) => {
    const { answer } = await ask(...Array.from({ length: 4 }, () => () => junk));
    expect(answer).toEqual({ ok: false, failure: "unavailable" });
  });

  test("does not throw when there is no way to send", async () => {
    const asking = requestOver(() => {
      throw new TypeError("the extension is gone");
    }, REQUEST);
    await vi.runAllTimersAsync();
    expect(await asking).toEqual({ ok: false, failure: "unavailable" });
  });
});
