import type { OutletCoverage } from "../coverage/coverage.ts";
import type { OutletLatest } from "../coverage/outlet-latest.ts";
import type { Preference } from "../outlets/preference-finder.ts";
import type { OutletRecord } from "../today/outlet-records.ts";
import type { OutletWeek } from "../today/outlet-week.ts";

/** All that is known of an outlet on this device. */
export interface OutletProfileAnswer {
  /** What the data sets have of it; `null` where none has anything. */
  readonly known: OutletCoverage | null;
  /** What the records of its latest articles say. */
  readonly latest: OutletLatest;
  /** How it did in the stories of the last seven days; `null` where it is none of the user's live outlets. */
  readonly week: (OutletWeek & { readonly record: OutletRecord | null }) | null;
  readonly preference: Preference | null;
}
