// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { Toast, type ToastContent } from "../../../components/kit/Toast.tsx";
import { button, click, show, textOf, textsOf } from "./english.tsx";

function toast(content: ToastContent | null) {
  const onDismiss = vi.fn();
  return { place: show(<Toast content={content} onDismiss={onDismiss} />), onDismiss };
}

describe("what was done", () => {
  test("is announced politely by an element that existed before", () => {
    const { place } = toast(null);
    expect(textOf(place.querySelector("[aria-live=polite]"))).toBe("");
    expect(textOf(toast({ message: "Saved." }).place.querySelector("[aria-live=polite]"))).toBe(
      "Saved.",
    );
  });

  test("can be undone", () => {
    const undo = vi.fn();
    const { place } = toast({ message: "Everything has been reset.", undo });
    click(button(place, "Undo"));
    expect(undo).toHaveBeenCalledTimes(1);
  });

  test("has no undo button when it cannot be undone", () => {
    expect(textsOf(toast({ message: "Saved." }).place, "button")).toEqual([""]);
  });

  test("can be dismissed", () => {
    const { place, onDismiss } = toast({ message: "Saved." });
    click(button(place, "Dismiss"));
    expect(onDismiss).toHaveBeenCalledTimes(1);
  });
});
