import { type OpmlOutline, readOutlines, writeOpml } from "../../../core/outlets/opml.ts";
import { outletPatterns } from "../../../core/outlets/outlet-patterns.ts";
import type { OutletStatus } from "../../../core/protocol/live-status.ts";
import type { ViewRequest } from "../../../core/protocol/requests.ts";
import type { Download, RequestAccess } from "../../kit/deps.ts";
import { isolated } from "../../kit/isolated.ts";
import { useLocale } from "../../kit/locale.ts";
import type { ShowToast } from "../../kit/use-toast.ts";
import { useRequests } from "../cards/use-requests.ts";
import type { FailedOpmlFile, LiveActions } from "./live-actions.ts";
import { type LivePanelDeps, loadSiteOf, useLivePanel } from "./use-live-panel.ts";
import { type LiveStatusDeps, useLiveStatus } from "./use-live-status.ts";

export interface LiveDeps extends LiveStatusDeps, LivePanelDeps {
  readonly requestAccess: RequestAccess;
  readonly download: Download;
  readonly readOpmlFile: (
    file: File,
  ) => Promise<
    | { readonly outlines: readonly OpmlOutline[]; readonly isCut: boolean }
    | { readonly fault: FailedOpmlFile["fault"] }
  >;
  /** ms since 1970 */
  readonly now: () => number;
}

type OutletsRequest = Extract<ViewRequest, { type: `outlets.${string}` }>;

/** The live outlets, kept up to date, the panel that is open, and what the user can do. */
export function useLive(deps: LiveDeps, showToast: ShowToast) {
  const { text, counted } = useLocale();
  const { send, requestAccess } = deps;
  const { status, picked, take, reload } = useLiveStatus(deps);
  const { panel, failedFile, open, openPicker, openAddress, openEdit } = useLivePanel(deps);
  const findOutlet = (id: string) => status?.outlets.find((outlet) => outlet.id === id);
  const nameOf = (id: string) => isolated(findOutlet(id)?.name ?? "");
  const { run, runIfGranted } = useRequests(
    (request: OutletsRequest) => send(request),
    take,
    showToast,
  );
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
    const { name } = file;
    if ("fault" in read) return open(null, { name, fault: read.fault });
    const known = new Set(picked.map(({ feed }) => feed));
    const reading = readOutlines(read.outlines, known, siteOf);
    open({ kind: "opml", name, reading, isCut: read.isCut });
  };
  const actions: LiveActions = {
    openPicker,
    openAddress,
    openEdit(id) {
      const outlet = findOutlet(id);
      if (outlet !== undefined) openEdit(outlet);
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
