import type { OpmlReading } from "../../../core/outlets/opml.ts";
import type { StarterList } from "../../../core/outlets/starter-list.ts";
import type {
  OutletEntry,
  OutletSubscription,
  WantedOutlet,
} from "../../../core/outlets/subscription.ts";
import type { OutletStatus } from "../../../core/protocol/live-status.ts";
import type { Settings } from "../../../core/settings/settings.ts";

/** Ways to add outlets or to put one right, one of which is open at a time. */
export type LivePanel =
  /** The list is `null` until it is there. */
  | { readonly kind: "picker"; readonly list: StarterList | null | "failed" }
  /** The site that a host is part of; `null` until the list for it is there. */
  | { readonly kind: "address"; readonly siteOf: ((host: string) => string | null) | null }
  | {
      readonly kind: "edit";
      readonly outlet: OutletStatus;
      readonly siteOf: ((host: string) => string | null) | null;
    }
  | {
      readonly kind: "opml";
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

/** How long and within how much room articles of live outlets are kept. */
export type KeepSettings = Pick<Settings, "liveDays" | "liveMegabytes">;

/** What the reader can do with live outlets. `id` is the subscription's. */
export interface LiveActions {
  readonly openPicker: () => void;
  readonly openAddress: () => void;
  readonly openEdit: (id: string) => void;
  readonly closePanel: () => void;
  /** Called within the reader's click, which the browser's question for permission needs. */
  readonly add: (outlets: readonly WantedOutlet[]) => void;
  /** Called within the reader's click, as `add`. */
  readonly allow: (id: string) => void;
  readonly change: (id: string, change: OutletChange) => void;
  /** Called within the reader's click, as `add`. */
  readonly edit: (outlet: OutletStatus, to: Pick<OutletEntry, "name" | "domain">) => void;
  readonly remove: (id: string) => void;
  /** Takes back a removal. */
  readonly restore: (id: string) => void;
  /** Polls one now; all that are not paused for `null`. */
  readonly poll: (id: string | null) => void;
  readonly stopPolling: () => void;
  readonly importOpml: (file: File) => void;
  readonly exportOpml: () => void;
  readonly keep: (change: Partial<KeepSettings>) => void;
}
