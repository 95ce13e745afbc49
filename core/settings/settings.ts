import * as z from "zod/mini";
import { MAX_SIDEBAR_WIDTH, MIN_SIDEBAR_WIDTH } from "./sidebar-width.ts";

/** What the sidebar does on a page that has an answer: open, show only its tab, or stay hidden. */
export const sidebarBehaviour = z.enum(["open", "tab", "off"]);

const site = z.string().check(z.minLength(1), z.maxLength(253));
const sites = z.array(site).check(z.maxLength(10_000));

/** The choices of how many days, and in how many megabytes, articles of live outlets are kept. */
export const LIVE_DAYS = [7, 30, 90, 365] as const;
export const LIVE_MEGABYTES = [50, 200, 1000] as const;
const liveDays = z.union(LIVE_DAYS.map((days) => z.literal(days)));
const liveMegabytes = z.union(LIVE_MEGABYTES.map((megabytes) => z.literal(megabytes)));

const fields = {
  sidebar: z.catch(sidebarBehaviour, "open"),
  /** Whether pictures are loaded from the articles' own servers. Off by default, since a server sees who loads them. */
  remoteImages: z.catch(z.boolean(), false),
  /** Registrable domains on which the extension shows nothing. */
  sitesOff: z.catch(sites, () => []),
  /** In CSS pixels. */
  sidebarWidth: z.catch(
    z.number().check(z.minimum(MIN_SIDEBAR_WIDTH), z.maximum(MAX_SIDEBAR_WIDTH)),
    360,
  ),
  liveDays: z.catch(liveDays, 30),
  liveMegabytes: z.catch(liveMegabytes, 200),
};

/** The user's settings as stored. A value that cannot be used is replaced by its default. */
export const settingsSchema = z.object(fields);

/** A change of some settings, as a view sends it. Unlike stored settings, a wrong value is refused. */
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

/** Reads stored settings of unknown shape; defaults where there is nothing to read. */
export function parseSettings(stored: unknown): Settings {
  const { success, data } = settingsSchema.safeParse(stored);
  return success ? data : settingsSchema.parse({});
}
