// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { watchPlace } from "../../../platform/content-script/place-watch.ts";

const check = vi.fn();
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] });
  check.mockReset();
  end = watchPlace(check);
});
afterEach(() => {
  end();
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Passes time, in which observers are told of what has changed. */
async function wait(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}
const change = () => document.body.append(document.createElement("p"));

describe("whether the sidebar is in the way is checked", () => {
  test("soon after it has come, and every four seconds", async () => {
    await wait(399);
    expect(check).toHaveBeenCalledTimes(0);
    await wait(1);
    expect(check).toHaveBeenCalledTimes(1);
    await wait(4000);
    expect(check).toHaveBeenCalledTimes(2);
  });

  test("soon after the page has changed, also when it has long been quiet", async () => {
    await wait(20_500);
    check.mockReset();
    const dialog = document.createElement("dialog");
    document.body.append(dialog);
    await wait(400);
    expect(check).toHaveBeenCalledTimes(1);
    await wait(500);
    check.mockReset();
    dialog.setAttribute("open", "");
    await wait(800);
    expect(check).toHaveBeenCalledTimes(1);
  });

  test.each(["resize", "scrollend", "click", "keyup"])("soon after a user's %s", async (event) => {
    await wait(400);
    check.mockReset();
    dispatchEvent(new Event(event));
    await wait(400);
    expect(check).toHaveBeenCalledTimes(1);
  });

  test("no more often than every few seconds on a page that changes all the time", async () => {
    for (let i = 0; i < 600; i++) {
      change();
      await wait(100);
    }
    // Every four seconds, and a few times at first.
    expect(check.mock.calls.length).toBeGreaterThanOrEqual(15);
    expect(check.mock.calls.length).toBeLessThan(22);
  });

  test("not while nobody sees the page", async () => {
    await wait(400);
    check.mockReset();
    vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    await wait(60_000);
    expect(check).not.toHaveBeenCalled();
  });

  test("never again once that is ended", async () => {
    await wait(400);
    check.mockReset();
    change();
    end();
    change();
    dispatchEvent(new Event("resize"));
    await wait(60_000);
    expect(check).not.toHaveBeenCalled();
  });
});
