import * as z from "zod/mini";

/**
 * The message by which a view, once connected, says what it shows. If it sends the message again, it is sent all its
 * data again.
 */
export const viewSubscription = z.discriminatedUnion("view", [
  /** The sidebar beside a page: its tab is the sender's, whatever it says. */
  z.strictObject({ view: z.literal("sidebar") }),
  /** The popup over a tab. */
  z.strictObject({ view: z.literal("popup"), tab: z.int() }),
  /** The browser's side panel beside a tab. */
  z.strictObject({ view: z.literal("side-panel"), tab: z.int() }),
  /** The page that cites the story of a tab. */
  z.strictObject({ view: z.literal("citations"), tab: z.int() }),
  z.strictObject({ view: z.literal("options") }),
  z.strictObject({ view: z.literal("welcome") }),
  z.strictObject({ view: z.literal("today") }),
]);

export type ViewSubscription = z.infer<typeof viewSubscription>;
