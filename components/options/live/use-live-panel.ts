import { useState } from "preact/hooks";
import type { StarterList } from "../../../core/outlets/starter-list.ts";
import type { OutletStatus } from "../../../core/protocol/live-status.ts";
import type { FailedOpmlFile, LivePanel, SiteOf } from "./live-actions.ts";

export interface LivePanelDeps {
  /** The list of outlets to choose from; rejects if it cannot be read. */
  readonly loadStarterList: () => Promise<StarterList>;
  /** Those that the user reads, as BCP 47 tags. */
  readonly languages: readonly string[];
}

/** The panel that is open, or the file that could not be read in its place. */
export function useLivePanel({ loadStarterList, languages }: LivePanelDeps) {
  const [panel, setPanel] = useState<LivePanel | null>(null);
  const [failedFile, setFailedFile] = useState<FailedOpmlFile | null>(null);
  const open = (next: LivePanel | null, failed: FailedOpmlFile | null = null) => {
    setFailedFile(failed);
    setPanel(next);
  };
  /** Shows what a panel was waiting for, unless another panel has been opened meanwhile. */
  const complete = (next: LivePanel) =>
    setPanel((shown) => (shown?.kind === next.kind ? next : shown));
  const openPicker = () => {
    open({ kind: "picker", list: null, languages });
    loadStarterList().then(
      (list) => complete({ kind: "picker", list, languages }),
      () => complete({ kind: "picker", list: "failed", languages }),
    );
  };
  const openAddress = () => {
    open({ kind: "address", siteOf: null });
    void loadSiteOf().then((siteOf) => complete({ kind: "address", siteOf }));
  };
  const openEdit = (outlet: OutletStatus) => {
    open({ kind: "edit", outlet, siteOf: null });
    void loadSiteOf().then((siteOf) =>
      setPanel((shown) => (shown?.kind === "edit" ? { ...shown, siteOf } : shown)),
    );
  };
  return { panel, failedFile, open, openPicker, openAddress, openEdit };
}

/** The Public Suffix List is large: it is loaded when a panel needs it. */
export async function loadSiteOf(): Promise<SiteOf> {
  return (await import("../../../core/url/site-of.ts")).siteOf;
}
