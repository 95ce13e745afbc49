import type { Coverage } from "../../core/coverage/coverage.ts";
import { findCoverage } from "../../core/coverage/find-coverage.ts";
import type { Segment } from "../../core/segment/segment.ts";
import type { Handlers } from "../messages/message-server.ts";
import { reportError } from "../report-error.ts";
import { readCorrections } from "../storage/corrections-store.ts";
import { introductionChoiceItem } from "../storage/stored-items.ts";
import type { PageAnswer } from "../tabs/tab-answers.ts";
import { shownAnswer } from "./open-views.ts";
import type { Services } from "./services.ts";

type IntroductionRequests = Extract<keyof Handlers, `introduction.${string}`>;

/** Sites of the bundled data set of which articles are tried as the example. */
const SITES_TRIED = 8;

/** What the background does for the introduction. */
export function createIntroductionHandlers({
  bundled,
  loadCountryNames,
}: Pick<Services, "bundled" | "loadCountryNames">): Pick<Handlers, IntroductionRequests> {
  const example = async (): Promise<PageAnswer | null> => {
    const { segment } = await bundled.open();
    const query = { facts: null, readCorrections, loadCountryNames };
    for (const url of await someAddresses(segment)) {
      const coverage = await findCoverage([segment], url, [], query);
      if (isStory(coverage)) return { address: url, coverage, facts: null };
    }
    return null;
  };
  return {
    "introduction.start": async () => {
      const [answer, chosen] = await Promise.all([
        // The introduction does without an example rather than fail.
        example().catch((error) => {
          reportError("the example of the introduction")(error);
          return null;
        }),
        introductionChoiceItem.read(),
      ]);
      return {
        example: answer && (await shownAnswer(answer, { subscription: { view: "welcome" } })),
        chosen,
      };
    },
    "introduction.choose": async ({ outlets }) => {
      await introductionChoiceItem.change(() => outlets);
      return null;
    },
  };
}

/** Addresses of articles of a segment's first sites, the latest of each site. */
async function someAddresses(segment: Segment): Promise<string[]> {
  const hosts = (await segment.patterns()).map((pattern) =>
    pattern.replace(/^\*:\/\/(?:\*\.)?/, "").replace(/\/.*/, ""),
  );
  const addresses = await Promise.all(
    hosts.slice(0, SITES_TRIED).map(async (host) => {
      const profile = await segment.outlet(host);
      const latest = profile === null ? [] : await segment.latest(profile);
      return latest.slice(0, 1).map(({ url }) => url);
    }),
  );
  return addresses.flat();
}

function isStory(coverage: Coverage): boolean {
  return coverage.kind === "article" && coverage.related.length > 1;
}
