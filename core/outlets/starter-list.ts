import * as z from "zod/mini";
import { outletEntry } from "./subscription.ts";

/** Name of the extension's file of outlets to choose from. None of them is contacted before the user adds it. */
export const STARTER_LIST_FILE = "outlets.json";

export const starterList = z.object({
  /** The day on which the entries were written, YYYY-MM-DD. */
  writtenDown: z.iso.date(),
  outlets: z.array(outletEntry),
});

export type StarterList = z.infer<typeof starterList>;
