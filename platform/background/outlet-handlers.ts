import { findings } from "../../core/coverage/findings.ts";
import { outletCoverage } from "../../core/coverage/outlet-coverage.ts";
import { outletLatest } from "../../core/coverage/outlet-latest.ts";
import { withPreference } from "../../core/outlets/outlet-preference.ts";
import { preferenceFinder } from "../../core/outlets/preference-finder.ts";
import type { OutletProfileAnswer } from "../../core/protocol/outlet-profile.ts";
import { outletWeek } from "../../core/today/outlet-week.ts";
import { mainHost } from "../../core/url/outlet-domains.ts";
import type { Handlers } from "../messages/message-server.ts";
import { settingsItem } from "../storage/stored-items.ts";
import { openOutlet } from "../tabs/outlet-page.ts";
import type { Services } from "./services.ts";

type OutletRequests = Extract<keyof Handlers, `outlet.${string}`>;

/** Most stories of a week that an outlet's profile is made of. */
const MAX_STORIES = 1000;

/** What the background does for requests about any outlet, which need not be a live one. */
export function createOutletHandlers({
  library,
  today,
}: Pick<Services, "library" | "today">): Pick<Handlers, OutletRequests> {
  /** How an outlet did in the stories of the last seven days. */
  const weekOf = async (domain: string): Promise<OutletProfileAnswer["week"]> => {
    const { outlets, stories, records } = await today.answer({
      ...{ span: "week", section: "shared", without: null, order: "latest", withHidden: true },
      ...{ language: "", since: null, most: MAX_STORIES },
    });
    const isOf = (one: string) => mainHost(one) === mainHost(domain);
    const own = outlets.find(({ domains }) => domains.some(isOf));
    if (own === undefined) return null;
    const record = records.find(({ outlet }) => outlet === own.name) ?? null;
    return { ...outletWeek(stories, own.name), record };
  };
  return {
    "outlet.prefer": async ({ preference, name, domain }) => {
      const settings = await settingsItem.change((before) => ({
        ...before,
        outletPreferences: withPreference(before.outletPreferences, { name, domain }, preference),
      }));
      // Open views are sent the settings by themselves; the stories of today are chosen anew.
      today.changed();
      return settings;
    },
    "outlet.open": async ({ domain }, { tab }) => {
      await openOutlet(tab, domain);
      return null;
    },
    "outlet.profile": async ({ domain }) => {
      const [{ outletPreferences }, week] = await Promise.all([
        settingsItem.read(),
        weekOf(domain),
      ]);
      return library.lookUp(async (opening) => {
        const segments = await opening;
        const found = await findings(segments, (segment) => segment.outlet(domain));
        const known = await outletCoverage(found, found[0]?.found.site ?? domain);
        const isKnown = known.kind === "outlet";
        const urls = isKnown ? known.latest.map(({ url }) => url) : [];
        return {
          known: isKnown ? known : null,
          latest: await outletLatest(segments, urls),
          week,
          preference: preferenceFinder(outletPreferences)(domain),
        };
      });
    },
  };
}
