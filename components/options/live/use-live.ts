import { useCallback, useEffect, useState } from "preact/hooks";
import { type OpmlOutline, readOutlines, writeOpml } from "../../../core/outlets/opml.ts";
import { outletPatterns } from "../../../core/outlets/outlet-patterns.ts";
import type { StarterList } from "../../../core/outlets/starter-list.ts";
import type { LiveStatus, OutletStatus } from "../../../core/protocol/live-status.ts";
import type { ViewRequest } from "../../../core/protocol/requests.ts";
import type { Result } from "../../../core/protocol/result.ts";
import type { Download, RequestAccess, Send, Subscribe } from "../../kit/deps.ts";
import { isolated } from "../../kit/isolated.ts";
import { useLocale } from "../../kit/locale.ts";
import type { ShowToast } from "../../kit/use-toast.ts";
import { useRequests } from "../cards/use-requests.ts";
import type { FailedOpmlFile, LiveActions, LivePanel } from "./live-actions.ts";

export interface LiveDeps {
  readonly send: Send;
  readonly subscribeToLiveStatus: Subscribe<LiveStatus>;
  readonly requestAccess: RequestAccess;
  readonly download: Download;
  readonly readOpmlFile: (
    file: File,
  ) => Promise<
    | { readonly outlines: readonly OpmlOutline[]; readonly isCut: boolean }
    | { readonly fault: FailedOpmlFile["fault"] }
  >;
  /** The list of outlets to choose from; rejects if it cannot be read. */
  readonly loadStarterList: () => Promise<StarterList>;
  /** Those that the user reads, as BCP 47 tags. */
  readonly languages: readonly string[];
  /** ms since 1970 */
  readonly now: () => number;
}

/** How often times such as "polled 3 minutes ago" are drawn again, ms. */
const REDRAW_EVERY_MS = 30_000;

type OutletsRequest = Extract<ViewRequest, { type: `outlets.${string}` }>;

/** The live outlets, kept up to date, the panel that is open, and what the user can do. */
export function useLive(deps: LiveDeps, showToast: ShowToast) {
  const { text, counted } = useLocale();
  const { send, subscribeToLiveStatus, requestAccess } = deps;
  /** `null` until the first answer. */
  const [status, setStatus] = useState<LiveStatus | null>(null);
  const [panel, setPanel] = useState<LivePanel | null>(null);
  const [failedFile, setFailedFile] = useState<FailedOpmlFile | null>(null);
  const take = useCallback((answer: Result<LiveStatus>) => {
    if (answer.ok) setStatus(answer.value);
  }, []);
  useEffect(() => subscribeToLiveStatus(take), [subscribeToLiveStatus, take]);
  const [, redraw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => redraw((count) => count + 1), REDRAW_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  /** Resolves to the outlets that are picked; to none if there is no answer. */
  const reload = useCallback(async (): Promise<readonly OutletStatus[]> => {
    const answer = await send({ type: "outlets.status" });
    take(answer);
    return answer.ok ? pickedOutlets(answer.value) : [];
  }, [send, take]);

  const picked = status === null ? [] : pickedOutlets(status);
  const findOutlet = (id: string) => status?.outlets.find((outlet) => outlet.id === id);
  const nameOf = (id: string) => isolated(findOutlet(id)?.name ?? "");
  const { run, runIfGranted } = useRequests(
    (request: OutletsRequest) => send(request),
    take,
    showToast,
  );
  const open = (next: LivePanel | null) => {
    setFailedFile(null);
    setPanel(next);
  };
  /** Shows what a panel was waiting for, unless another panel has been opened meanwhile. */
  const complete = (next: LivePanel) =>
    setPanel((shown) => (shown?.kind === next.kind ? next : shown));
  const restore = (id: string) =>
    void run({ type: "outlets.restore", ids: [id] }, text("outletRestored", nameOf(id)));
  /** Once the user has granted access and the request is answered, the panel closes. */
  const runAndClose = async (
    granting: Promise<boolean>,
    request: OutletsRequest,
    message: string,
  ): Promise<void> => {
    if (await runIfGranted(granting, request, message)) open(null);
  };
  const importOpml = async (file: File): Promise<void> => {
    const [read, siteOf] = await Promise.all([deps.readOpmlFile(file), loadSiteOf()]);
    open(null);
    const { name } = file;
    if ("fault" in read) return setFailedFile({ name, fault: read.fault });
    const known = new Set(picked.map(({ feed }) => feed));
    const reading = readOutlines(read.outlines, known, siteOf);
    setPanel({ kind: "opml", name, reading, isCut: read.isCut });
  };
  const actions: LiveActions = {
    openPicker() {
      const { languages } = deps;
      open({ kind: "picker", list: null, languages });
      deps.loadStarterList().then(
        (list) => complete({ kind: "picker", list, languages }),
        () => complete({ kind: "picker", list: "failed", languages }),
      );
    },
    openAddress() {
      open({ kind: "address", siteOf: null });
      void loadSiteOf().then((siteOf) => complete({ kind: "address", siteOf }));
    },
    openEdit(id) {
      const outlet = findOutlet(id);
      if (outlet === undefined) return;
      open({ kind: "edit", outlet, siteOf: null });
      void loadSiteOf().then((siteOf) =>
        setPanel((shown) => (shown?.kind === "edit" ? { ...shown, siteOf } : shown)),
      );
    },
    closePanel: () => open(null),
    add(entries) {
      const patterns = [...new Set(entries.flatMap(outletPatterns))];
      void runAndClose(
        requestAccess("sites", patterns),
        { type: "outlets.add", outlets: [...entries] },
        counted("outletsAdded", entries.length),
      );
    },
    allow(ids) {
      const allowed = ids.flatMap((id) => findOutlet(id) ?? []);
      const patterns = [...new Set(allowed.flatMap((outlet) => outlet.patterns))];
      const due = allowed.filter(({ isPaused }) => !isPaused).map(({ id }) => id);
      void runIfGranted(
        requestAccess("sites", patterns),
        due.length > 0 ? { type: "outlets.poll", ids: due } : { type: "outlets.status" },
        text("saved"),
      );
    },
    change: (id, change) => void run({ type: "outlets.change", id, change }, text("saved")),
    edit(outlet, { name, domains }) {
      const { id, feed } = outlet;
      const granting = domains.every((domain) => outlet.domains.includes(domain))
        ? Promise.resolve(true)
        : requestAccess("sites", outletPatterns({ domains, feed }));
      void runAndClose(
        granting,
        { type: "outlets.change", id, change: { name, domains } },
        text("saved"),
      );
    },
    remove: (id) =>
      void run({ type: "outlets.remove", ids: [id] }, text("outletRemoved", nameOf(id)), () =>
        restore(id),
      ),
    restore,
    poll: (id) => void run({ type: "outlets.poll", ids: id === null ? null : [id] }, null),
    stopPolling: () => void run({ type: "outlets.stopPolling" }, null),
    importOpml: (file) => void importOpml(file),
    exportOpml() {
      const file = new Blob([writeOpml(picked, deps.now())], { type: "text/x-opml" });
      deps.download(file, "second-source-outlets.opml");
      showToast({ message: text("outletsExported") });
    },
  };
  /** Restores outlets that were removed; those that are deleted for good by now are added again. */
  const restoreAll = async (outlets: readonly OutletStatus[]): Promise<void> => {
    if (outlets.length === 0) return;
    await run({ type: "outlets.restore", ids: outlets.map(({ id }) => id) }, null);
    await run({ type: "outlets.add", outlets: [...outlets] }, null);
  };
  return { status, panel, failedFile, actions, reload, restoreAll };
}

/** The Public Suffix List is large: it is loaded when a panel needs it. */
async function loadSiteOf(): Promise<(host: string) => string | null> {
  return (await import("../../../core/url/site-of.ts")).siteOf;
}

function pickedOutlets({ outlets }: LiveStatus): OutletStatus[] {
  return outlets.filter(({ removedAt }) => removedAt === null);
}
