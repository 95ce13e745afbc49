import type { OutletSubscription } from "./subscription.ts";

/** What identifies an outlet: several outlets with different names may share one site. */
export type OutletIdentity = Pick<OutletSubscription, "name" | "domain">;

/** Whether two feeds or articles belong to one outlet, which may have several feeds. */
export function isSameOutlet(one: OutletIdentity, other: OutletIdentity): boolean {
  return one.domain === other.domain && one.name === other.name;
}
