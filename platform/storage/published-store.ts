import type { CheckState } from "../../core/published/check-state.ts";
import type { PublishedSubscription } from "../../core/published/subscription.ts";
import { publishedChecksItem, publishedItem } from "./stored-items.ts";

/** The published data sets, those that were removed and can be restored among them. */
export function readPublishedSets(): Promise<readonly PublishedSubscription[]> {
  return publishedItem.read();
}

/** Changes one of them, by its id; nothing when it is not there. */
export function changePublishedSet(
  id: string,
  change: (subscription: PublishedSubscription) => PublishedSubscription,
): Promise<readonly PublishedSubscription[]> {
  return publishedItem.change((all) => all.map((one) => (one.id === id ? change(one) : one)));
}

/** How the last check of each went, by the ids of their subscriptions. */
export async function readChecks(): Promise<ReadonlyMap<string, CheckState>> {
  return new Map((await publishedChecksItem.read()).map((state) => [state.id, state]));
}

export async function writeCheck(state: CheckState): Promise<void> {
  await publishedChecksItem.change((all) => [...all.filter(({ id }) => id !== state.id), state]);
}

/** Forgets subscriptions and their checks. */
export async function forgetPublishedSets(ids: readonly string[]): Promise<void> {
  const isOther = ({ id }: { readonly id: string }) => !ids.includes(id);
  await publishedItem.change((all) => all.filter(isOther));
  await publishedChecksItem.change((all) => all.filter(isOther));
}
