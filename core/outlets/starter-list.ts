import * as z from "zod/mini";
import { MAX_NAME_LENGTH } from "../record/article-record.ts";
import { isOnDomain } from "../url/outlet-domains.ts";
import { outletEntry } from "./subscription.ts";

/** Name of the extension's file with the outlets to choose from. None of them is contacted before the user adds it. */
export const STARTER_LIST_FILE = "outlets.json";

/**
 * - `agency`: a news agency
 * - `paper`: a newspaper or magazine
 * - `broadcaster`: radio or television, private or run by a state
 * - `online`: none of these, on the web only
 * - `public`: a public broadcaster
 */
export const outletKind = z.enum(["agency", "paper", "broadcaster", "online", "public"]);

export const listedOutlet = z.object({
  ...outletEntry.shape,
  kind: outletKind,
  /** Absent where it is not a plain fact. */
  owner: z.optional(z.string().check(z.minLength(1), z.maxLength(MAX_NAME_LENGTH))),
  /** What shows that the feed is the outlet's. */
  evidence: z.object({
    /**
     * - `checked`: a public list that requests its feeds got an answer
     * - `listed`: it is on a public list
     * - `seen`: only in public source code, or another feed of the outlet is at an address of the same form
     */
    kind: z.enum(["checked", "listed", "seen"]),
    /** The day of that answer, of that version of the list, or of the search; YYYY-MM-DD. */
    date: z.iso.date(),
  }),
});

export const starterList = z.object({
  /** The day on which the entries were written, YYYY-MM-DD. */
  writtenDown: z.iso.date(),
  outlets: z.array(listedOutlet),
});

/** The outlet that a host belongs to; `undefined` when it is not on the list. */
export function findListed(
  outlets: readonly ListedOutlet[],
  host: string,
): ListedOutlet | undefined {
  return outlets.find(({ domains }) => domains.some((domain) => isOnDomain(host, domain)));
}

export type OutletKind = z.infer<typeof outletKind>;
export type ListedOutlet = z.infer<typeof listedOutlet>;

export type StarterList = z.infer<typeof starterList>;
