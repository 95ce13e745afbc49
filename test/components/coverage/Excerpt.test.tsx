// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Excerpt } from "../../../components/coverage/Excerpt.tsx";
import { button, click, show, textsOf } from "../kit/english.tsx";

let onResize: () => void;

beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(callback: () => void) {
        onResize = callback;
      }
      observe() {}
      disconnect() {}
    },
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** An excerpt of so many lines, of which three are seen. */
async function excerpt(lines: number): Promise<HTMLElement> {
  vi.spyOn(HTMLElement.prototype, "scrollHeight", "get").mockReturnValue(lines * 20);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(Math.min(lines, 3) * 20);
  const place = show(<Excerpt text="It began with a letter." titleId="title" />);
  await act(() => onResize());
  return place;
}

test("an excerpt of three lines has nothing to unfold", async () => {
  expect(textsOf(await excerpt(3), "button")).toEqual([]);
});

test("a longer one is unfolded and folded again", async () => {
  const place = await excerpt(5);
  const more = button(place, "Read on");
  expect(more.getAttribute("aria-expanded")).toBe("false");
  expect(more.getAttribute("aria-describedby")).toBe("title");
  click(more);
  expect(place.querySelector(".excerpt-open")).not.toBeNull();
  expect(button(place, "Show less").getAttribute("aria-expanded")).toBe("true");
  click(button(place, "Show less"));
  expect(place.querySelector(".excerpt-open")).toBeNull();
});
