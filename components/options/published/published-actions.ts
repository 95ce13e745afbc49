import type { SiteAccess } from "../../../core/data-set/data-set.ts";
import type { PublishedPreview } from "../../../core/protocol/published-status.ts";
import type { CheckTrouble } from "../../../core/published/check-state.ts";
import type { PartitionChoice } from "../../../core/published/mirror-plan.ts";
import type { PublishedManifest } from "../../../core/published/published-manifest.ts";
import type { PublishedSubscription } from "../../../core/published/subscription.ts";

/** The form for a new subscription. */
export type PublishedPanel =
  | {
      readonly kind: "address";
      /** What the user typed, or an address that a page has handed over. */
      readonly typed: string;
      /** The manifest is being fetched. */
      readonly isLooking: boolean;
      readonly trouble: CheckTrouble | "refused-access" | null;
    }
  | { readonly kind: "preview"; readonly preview: PublishedPreview };

export type PublishedChange = Partial<
  Pick<PublishedSubscription, "name" | "choice" | "every" | "isPaused" | "isEnabled">
>;

/** What a publisher has now, or why that is not known. */
export type Offer = { readonly manifest: PublishedManifest } | { readonly trouble: CheckTrouble };

/** What the user can do with published data sets. `id` is the subscription's. */
export interface PublishedActions {
  readonly open: () => void;
  readonly close: () => void;
  /** Must be called in the handler of the user's click: the browser asks for permission only then. */
  readonly requestPreview: (typed: string) => void;
  readonly subscribe: (preview: PublishedPreview, choice: PartitionChoice) => void;
  /** Asks the publisher what there is to choose from. */
  readonly requestOffer: (id: string) => Promise<Offer>;
  readonly change: (id: string, change: PublishedChange) => void;
  /** As for `requestPreview`: the permission for the publisher's host. */
  readonly allowHost: (id: string) => void;
  /** As for `requestPreview`: the permission for the sites of its outlets. */
  readonly changeAccess: (id: string, access: SiteAccess) => void;
  readonly check: (id: string) => void;
  readonly cancel: (id: string) => void;
  readonly remove: (id: string) => void;
  readonly restore: (id: string) => void;
}
