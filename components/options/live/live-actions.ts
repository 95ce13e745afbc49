import type { OpmlReading } from "../../../core/outlets/opml.ts";
import type { StarterList } from "../../../core/outlets/starter-list.ts";
import type {
  OutletEntry,
  OutletSubscription,
  WantedOutlet,
} from "../../../core/outlets/subscription.ts";
import type { OutletStatus } from "../../../core/protocol/live-status.ts";
import type { Settings } from "../../../core/settings/settings.ts";

/** The site that a host is part of; `null` for a host that is a public suffix. */
export type SiteOf = (host: string) => string | null;

/** A form for adding outlets or changing one. At most one is open. */
export type LivePanel =
  /** `list` is `null` until it is loaded; `languages` are those that the user reads, as BCP 47 tags. */
  | {
      readonly kind: "picker";
      readonly list: StarterList | null | "failed";
      readonly languages: readonly string[];
    }
  /** `siteOf` is `null` until it is loaded, here and below. */
  | { readonly kind: "address"; readonly siteOf: SiteOf | null }
  | { readonly kind: "edit"; readonly outlet: OutletStatus; readonly siteOf: SiteOf | null }
  | {
      readonly kind: "opml";
      /** The file's. */
      readonly name: string;
      readonly reading: OpmlReading;
      /** The file ends too early or is broken: only a part of it was read. */
      readonly isCut: boolean;
    };

/** An OPML file that was not read, and why. */
export interface FailedOpmlFile {
  readonly name: string;
  readonly fault: "too-large" | "unreadable" | "not-opml";
}

export type OutletChange = Partial<Pick<OutletSubscription, "every" | "isPaused">>;

/** How long, and in how much space, articles of live outlets are kept. */
export type KeepSettings = Pick<Settings, "liveDays" | "liveMegabytes">;

/** What the user can do with live outlets. `id` is the subscription's. */
export interface LiveActions {
  readonly openPicker: () => void;
  readonly openAddress: () => void;
  readonly openEdit: (id: string) => void;
  readonly closePanel: () => void;
  /** Must be called in the handler of the user's click: the browser asks for permission only then. */
  readonly add: (outlets: readonly WantedOutlet[]) => void;
  /** Asks once for the permissions that outlets lack. As for `add`. */
  readonly allow: (ids: readonly string[]) => void;
  readonly change: (id: string, change: OutletChange) => void;
  /** As for `add`. */
  readonly edit: (outlet: OutletStatus, to: Pick<OutletEntry, "name" | "domains">) => void;
  readonly remove: (id: string) => void;
  /** Undoes a removal. */
  readonly restore: (id: string) => void;
  /** Polls an outlet now; for `null`, all that are not paused. */
  readonly poll: (id: string | null) => void;
  readonly stopPolling: () => void;
  readonly importOpml: (file: File) => void;
  readonly exportOpml: () => void;
}
