import { mainHost } from "../url/outlet-domains.ts";
import type { OutletSubscription } from "./subscription.ts";

/** What identifies an outlet: several outlets with different names may share one site. */
export type OutletIdentity = Pick<OutletSubscription, "name" | "domains">;

/** Whether two feeds or articles belong to one outlet, which may have several feeds and several domains. */
export function isSameOutlet(one: OutletIdentity, other: OutletIdentity): boolean {
  const others = other.domains.map(mainHost);
  return one.name === other.name && one.domains.some((domain) => others.includes(mainHost(domain)));
}

/** The outlet of an article, whose record names only the domain that the article is on. */
export function outletOfArticle({
  name,
  domain,
}: {
  readonly name: string;
  readonly domain: string;
}): OutletIdentity {
  return { name, domains: [domain] };
}
