import * as z from "zod/mini";
import { MAX_SIDEBAR_WIDTH, MIN_SIDEBAR_WIDTH } from "./sidebar-width.ts";

/** What the sidebar does on a page that matches: open, show only its tab, or stay away. */
export const sidebarBehaviour = z.enum(["open", "tab", "off"]);

const site = z.string().check(z.minLength(1), z.maxLength(253));
const sites = z.array(site).check(z.maxLength(10_000));

/** For how many days articles of live outlets may be kept, and in how many megabytes. */
export const LIVE_DAYS = [7, 30, 90, 365] as const;
export const LIVE_MEGABYTES = [50, 200, 1000] as const;
const liveDays = z.union(LIVE_DAYS.map((days) => z.literal(days)));
const liveMegabytes = z.union(LIVE_MEGABYTES.map((megabytes) => z.literal(megabytes)));

const fields = {
  sidebar: z.catch(sidebarBehaviour, "open"),
  /** Pictures from the articles' own servers: off, since a server sees who loads them. */
  remoteImages: z.catch(z.boolean(), false),
  /** Registrable domains on which the extension stays away. */
  sitesOff: z.catch(sites, () => []),
  /** CSS pixels. */
  sidebarWidth: z.catch(
    z.number().check(z.minimum(MIN_SIDEBAR_WIDTH), z.maximum(MAX_SIDEBAR_WIDTH)),
    360,
  ),
  liveDays: z.catch(liveDays, 30),
  liveMegabytes: z.catch(liveMegabytes, 200),
};

/** The reader's settings as stored; whatever cannot be used falls back to its default. */
export const settingsSchema = z.object(fields);

/** A change to some settings, as a view sends it: strict, unlike what is read from storage. */
export const settingsChange = z.partial(
  z.strictObject({
    sidebar: sidebarBehaviour,
    remoteImages: z.boolean(),
    sitesOff: sites,
    sidebarWidth: z.number().check(z.minimum(MIN_SIDEBAR_WIDTH), z.maximum(MAX_SIDEBAR_WIDTH)),
    liveDays,
    liveMegabytes,
  }),
);

export type Settings = z.infer<typeof settingsSchema>;
export type SettingsChange = z.infer<typeof settingsChange>;
export type SidebarBehaviour = z.infer<typeof sidebarBehaviour>;

/** Settings out of whatever storage holds. */
export function parseSettings(stored: unknown): Settings {
  const { success, data } = settingsSchema.safeParse(stored);
  return success ? data : settingsSchema.parse({});
}
