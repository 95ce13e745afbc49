import { useEffect, useMemo, useState } from "preact/hooks";
import type { StarterList } from "../../core/outlets/starter-list.ts";
import type { TodayOutlet } from "../../core/protocol/today.ts";
import type { OutletFacts } from "../../core/readings/reading-balance.ts";
import { isOnDomain, mainHost } from "../../core/url/outlet-domains.ts";

type Listed = StarterList["outlets"];

/** What is known of outlets, by domain: from the list of outlets to choose from, else from those that the user has. */
export function useOutletFacts(
  loadStarterList: () => Promise<StarterList>,
  outlets: readonly TodayOutlet[],
): (domain: string) => OutletFacts {
  const [listed, setListed] = useState<Listed>([]);
  useEffect(() => {
    // Without the list, less is known.
    loadStarterList().then(
      (list) => setListed(list.outlets),
      () => undefined,
    );
  }, [loadStarterList]);
  return useMemo(() => {
    const known = new Map<string, OutletFacts>();
    return (domain) => {
      const facts = known.get(domain) ?? factsOf(domain, listed, outlets);
      known.set(domain, facts);
      return facts;
    };
  }, [listed, outlets]);
}

function factsOf(domain: string, listed: Listed, outlets: readonly TodayOutlet[]): OutletFacts {
  const isOf = ({ domains }: { readonly domains: readonly string[] }) =>
    domains.some((one) => isOnDomain(mainHost(domain), mainHost(one)));
  const entry = listed.find(isOf);
  const { country, language } = entry ?? outlets.find(isOf) ?? { country: "", language: "" };
  return { country, language, owner: entry?.owner ?? "" };
}
