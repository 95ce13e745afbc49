import * as z from "zod/mini";
import { outletEntry } from "./subscription.ts";

/** Name of the file in the extension: outlets to choose from, none of which is asked before it is picked. */
export const STARTER_LIST_FILE = "outlets.json";

export const starterList = z.object({
  /** The day on which the entries were written down, YYYY-MM-DD. */
  writtenDown: z.iso.date(),
  outlets: z.array(outletEntry),
});

export type StarterList = z.infer<typeof starterList>;
