import type { WantedOutlet } from "../outlets/subscription.ts";
import type { TabCoverage } from "./messages.ts";

/** What the introduction begins with. */
export interface Introduction {
  /** A story of the bundled data set, as on the page of one of its articles; `null` where there is none to show. */
  readonly example: TabCoverage | null;
  /** The outlets as the user last chose them there, before they were added; `null` until the user has changed something. */
  readonly chosen: readonly WantedOutlet[] | null;
}
