import type { OutletSubscription } from "../../outlets/subscription.ts";
import type { FeedState, KnownItem } from "./feed-state.ts";

/** Who brings an article: outlets on one site may have different names. */
export type Named = Pick<OutletSubscription, "name" | "domain">;

/** Whether articles are of one outlet: one may have several feeds. */
export function isSameOutlet(one: Named, other: Named): boolean {
  return one.domain === other.domain && one.name === other.name;
}

/** What is known of the items of an outlet's other feeds. */
export function knownElsewhere(
  outlet: Named & { readonly id: string },
  outlets: readonly (Named & { readonly id: string })[],
  stateOf: (id: string) => FeedState | undefined,
): KnownItem[] {
  return outlets
    .filter((other) => other.id !== outlet.id && isSameOutlet(other, outlet))
    .flatMap(({ id }) => stateOf(id)?.known ?? []);
}
