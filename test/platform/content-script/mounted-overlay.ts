import "./stand-ins.ts";
import { vi } from "vitest";
import { mountOverlay as mountAt } from "../../../platform/content-script/overlay-host.ts";
import { frameAddresses, layers, overlayElement, topLayer } from "./stand-ins.ts";

export const mountOverlay = (mode: "open" | "tab", width: number, isAsked: boolean) =>
  mountAt({ mode, width, isAsked });

/** The sidebar's element, which has to be on the page. */
export function host(): HTMLElement {
  const element = overlayElement();
  if (element === null) throw new Error("no sidebar on the page");
  return element;
}

/** Call before each test. */
export function forgetFrames(): void {
  frameAddresses.length = 0;
  topLayer.length = 0;
  layers.at = () => [];
}

/** Call after each test. */
export function clearOverlay(): void {
  vi.restoreAllMocks();
  overlayElement()?.remove();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
}
