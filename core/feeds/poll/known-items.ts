import { isSameOutlet, type OutletIdentity } from "../../outlets/outlet-identity.ts";
import type { FeedState, KnownItem } from "./feed-state.ts";

type Outlet = OutletIdentity & { readonly id: string };

/** The known items of an outlet's other feeds. */
export function knownFromOtherFeeds(
  outlet: Outlet,
  outlets: readonly Outlet[],
  stateOf: (id: string) => FeedState | undefined,
): KnownItem[] {
  return outlets
    .filter((other) => other.id !== outlet.id && isSameOutlet(other, outlet))
    .flatMap(({ id }) => stateOf(id)?.known ?? []);
}
