import { act } from "preact/test-utils";
import { show, showIn } from "./english.tsx";

/** A hook in a page. */
export interface RunningHook<Value> {
  /** What the hook returned when it was last drawn. */
  readonly now: Value;
  /** Renders it again, as a parent component may. */
  redraw(): void;
  /** Unmounts the view with the hook. */
  remove(): void;
}

let removeLast = () => {};

/** Runs a hook within a view in English, in place of the one before. */
export function runHook<Value>(hook: () => Value): RunningHook<Value> {
  let latest: { readonly value: Value } | null = null;
  function View() {
    latest = { value: hook() };
    return null;
  }
  removeLast();
  const place = show(<View />);
  const remove = () => showIn(place, null);
  removeLast = remove;
  return {
    get now() {
      if (latest === null) throw new Error("the hook was not drawn");
      return latest.value;
    },
    redraw: () => showIn(place, <View />),
    remove,
  };
}

/** Does something, and waits until its effects are rendered. */
export async function settle(action: () => unknown = () => undefined): Promise<void> {
  await act(async () => {
    await action();
    await new Promise((resolve) => setTimeout(resolve));
  });
}
