import * as z from "zod/mini";
import { MAX_PREFERENCES, outletPreference } from "../outlets/outlet-preference.ts";
import { MAX_SIDEBAR_WIDTH, MIN_SIDEBAR_WIDTH } from "./sidebar-width.ts";

/** How many days articles of live outlets can be kept, and in how many megabytes. */
export const LIVE_DAYS = [7, 30, 90, 365] as const;
export const LIVE_MEGABYTES = [50, 200, 1000] as const;

const site = z.string().check(z.minLength(1), z.maxLength(253));

/** All settings, each with its schema and its default. */
const fields = {
  /**
   * Where coverage appears: in a sidebar that opens on the page, as its tab there, in the browser's own side panel, or
   * only when the user asks for it.
   */
  sidebar: z.catch(z.enum(["open", "tab", "side-panel", "off"]), "open"),
  /** Whether to load pictures from the articles' own servers. Off, since a server sees who loads them. */
  remoteImages: z.catch(z.boolean(), false),
  /** Registrable domains of sites on which the extension does not run. */
  sitesOff: z.catch(z.array(site).check(z.maxLength(10_000)), () => []),
  /** Whether what the user reads is kept on the device, so that it is marked in lists and summed up. Off. */
  keepsReadings: z.catch(z.boolean(), false),
  /** The outlets that the user hides or prefers, each once. */
  outletPreferences: z.catch(
    z.array(outletPreference).check(z.maxLength(MAX_PREFERENCES)),
    () => [],
  ),
  /** CSS pixels. */
  sidebarWidth: z.catch(
    z.number().check(z.minimum(MIN_SIDEBAR_WIDTH), z.maximum(MAX_SIDEBAR_WIDTH)),
    360,
  ),
  /** In which order the articles of a story are listed. */
  storyOrder: z.catch(z.enum(["match", "time", "quality", "outlet"]), "match"),
  liveDays: z.catch(z.union(LIVE_DAYS.map((days) => z.literal(days))), 30),
  liveMegabytes: z.catch(z.union(LIVE_MEGABYTES.map((megabytes) => z.literal(megabytes))), 200),
};

/** The settings as stored. A value that is missing or invalid becomes its default. */
export const settingsSchema = z.object(fields);

/** A change of some settings, as a view sends it. An invalid value is an error here. */
export const settingsChange = z.partial(z.strictObject(withoutDefaults(fields)));

export type Settings = z.infer<typeof settingsSchema>;
export type SettingsChange = z.infer<typeof settingsChange>;
export type SidebarBehaviour = Settings["sidebar"];
export type StoryOrder = Settings["storyOrder"];

/** Reads stored settings of unknown shape; defaults where there is nothing to read. */
export function parseSettings(stored: unknown): Settings {
  const { success, data } = settingsSchema.safeParse(stored);
  return success ? data : settingsSchema.parse({});
}

function withoutDefaults<Fields extends Readonly<Record<string, z.ZodMiniCatch>>>(all: Fields) {
  const inner = Object.entries(all).map(([name, { def }]) => [name, def.innerType]);
  return Object.fromEntries(inner) as { [Name in keyof Fields]: Fields[Name]["def"]["innerType"] };
}
