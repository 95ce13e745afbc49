import { useCallback, useEffect, useState } from "preact/hooks";
import { type OpmlOutline, readOutlines } from "../../core/outlets/opml.ts";
import { outletPatterns } from "../../core/outlets/outlet-patterns.ts";
import type { ListedOutlet, StarterList } from "../../core/outlets/starter-list.ts";
import { starterPack } from "../../core/outlets/starter-pack.ts";
import { MAX_OUTLETS, type WantedOutlet } from "../../core/outlets/subscription.ts";
import type { LiveStatus } from "../../core/protocol/live-status.ts";
import type { StoryCorrection } from "../../core/protocol/requests.ts";
import type { Introduction, Status } from "../../core/protocol/responses.ts";
import type { SidebarBehaviour, StoryOrder } from "../../core/settings/settings.ts";
import type { RequestAccess, Subscribe } from "../kit/deps.ts";
import type { FirstStoriesDeps } from "./use-first-stories.ts";

/** What the introduction uses of the browser. The object stays the same for the page's life. */
export interface WelcomeDeps extends FirstStoriesDeps {
  readonly subscribeToStatus: Subscribe<Status>;
  readonly subscribeToLiveStatus: Subscribe<LiveStatus>;
  readonly requestAccess: RequestAccess;
  /** The list of outlets to choose from; rejects if it cannot be read. */
  readonly loadStarterList: () => Promise<StarterList>;
  readonly readOpmlFile: (
    file: File,
  ) => Promise<{ readonly outlines: readonly OpmlOutline[] } | { readonly fault: string }>;
  /** The user's languages, BCP 47, the preferred one first. */
  readonly languages: readonly string[];
  readonly browser: "chromium" | "firefox";
}

/** What went wrong when the user chose or followed outlets. */
export type WelcomeTrouble =
  /** The user did not allow the sites. */
  | { readonly kind: "refused" }
  | { readonly kind: "unavailable" }
  | { readonly kind: "opml"; readonly name: string };

/** What the introduction shows, and what the user can do there. */
export function useWelcome(deps: WelcomeDeps) {
  const { send } = deps;
  const [introduction, setIntroduction] = useState<Introduction | null>(null);
  const [list, setList] = useState<readonly ListedOutlet[] | null | "failed">(null);
  /** What the user has changed since the page was opened; `null` until then. */
  const [changed, setChanged] = useState<readonly WantedOutlet[] | null>(null);
  const [live, setLive] = useState<LiveStatus | null>(null);
  const [status, setStatus] = useState<Status | null>(null);
  const [trouble, setTrouble] = useState<WelcomeTrouble | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [hasFollowed, setHasFollowed] = useState(false);

  const load = useCallback(async () => {
    const answer = await send({ type: "introduction.start" });
    setIntroduction(answer.ok ? answer.value : { example: null, chosen: null });
  }, [send]);
  useEffect(() => {
    void load();
    deps.loadStarterList().then(
      ({ outlets }) => setList(outlets),
      () => setList("failed"),
    );
  }, [deps, load]);
  useEffect(() => deps.subscribeToLiveStatus((one) => one.ok && setLive(one.value)), [deps]);
  useEffect(() => deps.subscribeToStatus((one) => one.ok && setStatus(one.value)), [deps]);

  const outlets = list === "failed" || list === null ? [] : list;
  const suggested = starterPack(deps.languages, outlets);
  const chosen = changed ?? introduction?.chosen ?? suggested;
  const choose = (next: readonly WantedOutlet[]) => {
    const once = new Map(next.map((outlet) => [outlet.feed, outlet]));
    const kept = [...once.values()].slice(0, MAX_OUTLETS);
    setTrouble(null);
    setChanged(kept);
    void send({ type: "introduction.choose", outlets: kept.map(wanted) });
  };
  const followGranted = async (granting: Promise<boolean>, entries: readonly WantedOutlet[]) => {
    setTrouble(null);
    setAsking(true);
    const isGranted = await granting;
    const answer = isGranted
      ? await send({ type: "outlets.add", outlets: entries.map(wanted) })
      : null;
    setAsking(false);
    setHasFollowed(answer?.ok === true);
    if (answer?.ok) setLive(answer.value);
    else setTrouble({ kind: isGranted ? "unavailable" : "refused" });
  };
  return {
    /** Both `null` until they are known. */
    introduction,
    live,
    sidebar: status?.settings.sidebar ?? null,
    list,
    chosen,
    isSuggestion: chosen === suggested,
    trouble,
    isAsking,
    /** Whether the user has followed outlets since the page was opened. */
    hasFollowed,
    choose,
    suggest: () => choose(suggested),
    /** Must be called in the handler of the user's click: the browser asks for permission only then. */
    follow() {
      const patterns = [...new Set(chosen.flatMap(outletPatterns))];
      void followGranted(deps.requestAccess("sites", patterns), chosen);
    },
    async addOpml(file: File): Promise<void> {
      const [read, { siteOf }] = await Promise.all([
        deps.readOpmlFile(file),
        // The Public Suffix List is large, and few users have such a file.
        import("../../core/url/site-of.ts"),
      ]);
      const found = "fault" in read ? [] : readOutlines(read.outlines, new Set(), siteOf).outlets;
      if (found.length > 0) choose([...chosen, ...found]);
      else setTrouble({ kind: "opml", name: file.name });
    },
    setSidebar: (sidebar: SidebarBehaviour) =>
      void send({ type: "settings.change", change: { sidebar } }),
    setOrder: (storyOrder: StoryOrder) =>
      void send({ type: "settings.change", change: { storyOrder } }),
    async correct(correction: StoryCorrection): Promise<boolean> {
      const { ok } = await send({ type: "story.correct", ...correction });
      if (ok) await load();
      return ok;
    },
    dismissNotice: () => void send({ type: "notice.dismiss" }).then(load),
  };
}

/** An outlet of the list, without the fields that only the list has. */
function wanted(outlet: WantedOutlet): WantedOutlet {
  const { name, domains, feed, country, language, every, isPaused } = outlet;
  return {
    ...{ name, domains, feed, country, language },
    ...(every !== undefined && { every }),
    ...(isPaused !== undefined && { isPaused }),
  };
}
