import type { SidebarBehaviour } from "../../core/settings/settings.ts";
import type { TextKey } from "../kit/locale.ts";

/**
 * Where coverage can appear on a page that other outlets cover too, with the name of each place; the default first.
 * Listed here, since the schema of the settings would bring a whole library into the popup.
 */
export const SIDEBAR_PLACES = [
  ["open", "sidebarOpen"],
  ["tab", "sidebarTab"],
  ["side-panel", "sidebarSidePanel"],
  ["off", "sidebarOff"],
] as const satisfies readonly (readonly [SidebarBehaviour, TextKey])[];
