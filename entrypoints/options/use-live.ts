import { useCallback, useEffect, useState } from "preact/hooks";
import { isolated } from "../../components/kit/isolated.ts";
import type { Locale } from "../../components/kit/locale.ts";
import type { Done } from "../../components/kit/Toast.tsx";
import type {
  FailedOpmlFile,
  LiveActions,
  LivePanel,
} from "../../components/options/live/live-actions.ts";
import { readOutlines, writeOpml } from "../../core/outlets/opml.ts";
import { outletPatterns } from "../../core/outlets/outlet-patterns.ts";
import type { LiveStatus, OutletStatus } from "../../core/protocol/live-status.ts";
import type { ViewRequest } from "../../core/protocol/messages.ts";
import { ask } from "../../platform/messages/message-client.ts";
import { download } from "../../platform/pages/download.ts";
import { readOpmlFile } from "../../platform/pages/opml-file.ts";
import { loadStarterList } from "../../platform/pages/starter-list.ts";
import { requestAccess } from "../../platform/tabs/site-permissions.ts";
import { updates } from "./updates.ts";

type OutletsRequest = Extract<ViewRequest, { type: `outlets.${string}` }>;

/** The live outlets, kept up to date, the way to add some that is open, and what can be done. */
export function useLive({ text, counted }: Locale, say: (done: Done | null) => void) {
  const [status, setStatus] = useState<LiveStatus | null>(null);
  const [panel, setPanel] = useState<LivePanel | null>(null);
  const [failedFile, setFailedFile] = useState<FailedOpmlFile | null>(null);
  const load = useCallback(async () => {
    const answer = await ask({ type: "outlets.status" });
    if (answer.ok) setStatus(answer.value);
    return answer.ok ? pickedOf(answer.value) : [];
  }, []);
  useEffect(
    () =>
      updates.on("outlets", (answer) => {
        if (answer.ok) setStatus(answer.value);
      }),
    [],
  );

  const outlets = status?.outlets ?? [];
  const picked = status === null ? [] : pickedOf(status);
  const named = (id: string) => outlets.find((outlet) => outlet.id === id);
  const run = async (request: OutletsRequest, done: Done | null): Promise<boolean> => {
    const answer = await ask(request);
    if (answer.ok) setStatus(answer.value);
    if (!answer.ok) say({ message: text("failedUnavailable") });
    else if (done !== null) say(done);
    return answer.ok;
  };
  const open = (next: LivePanel | null) => {
    setFailedFile(null);
    setPanel(next);
  };
  /** What a panel waits for, unless another one was opened meanwhile. */
  const fill = (next: LivePanel) => setPanel((shown) => (shown?.kind === next.kind ? next : shown));
  const siteNames = async () => (await import("../../core/url/site-of.ts")).siteOf;
  const restore = (id: string) =>
    run(
      { type: "outlets.restore", ids: [id] },
      { message: text("outletRestored", isolated(named(id)?.name ?? "")) },
    );
  const actions: Omit<LiveActions, "keep"> = {
    openPicker() {
      open({ kind: "picker", list: null });
      loadStarterList().then(
        (list) => fill({ kind: "picker", list }),
        () => fill({ kind: "picker", list: "failed" }),
      );
    },
    openAddress() {
      open({ kind: "address", siteOf: null });
      void siteNames().then((siteOf) => fill({ kind: "address", siteOf }));
    },
    openEdit(id) {
      const outlet = named(id);
      if (outlet === undefined) return;
      open({ kind: "edit", outlet, siteOf: null });
      void siteNames().then((siteOf) =>
        setPanel((shown) => (shown?.kind === "edit" ? { ...shown, siteOf } : shown)),
      );
    },
    closePanel: () => open(null),
    // Nothing is awaited before the browser is asked, here and below: it asks only within a click.
    add(entries) {
      const patterns = [...new Set(entries.flatMap(outletPatterns))];
      const granting = requestAccess("sites", patterns).catch(() => false);
      void granting.then(async (isGranted) => {
        if (!isGranted) return say({ message: text("accessRefused") });
        const message = counted("outletsAdded", entries.length);
        if (await run({ type: "outlets.add", outlets: [...entries] }, { message })) open(null);
      });
    },
    allow(id) {
      const granting = requestAccess("sites", named(id)?.patterns ?? []).catch(() => false);
      void granting.then(async (isGranted) => {
        if (isGranted) await run({ type: "outlets.poll", ids: [id] }, { message: text("saved") });
        else say({ message: text("accessRefused") });
      });
    },
    change: (id, change) =>
      void run({ type: "outlets.change", id, change }, { message: text("saved") }),
    edit(outlet, { name, domain }) {
      const { id, feed } = outlet;
      const granting =
        domain === outlet.domain
          ? Promise.resolve(true)
          : requestAccess("sites", outletPatterns({ domain, feed })).catch(() => false);
      void granting.then(async (isGranted) => {
        if (!isGranted) return say({ message: text("accessRefused") });
        const change = { name, domain };
        if (await run({ type: "outlets.change", id, change }, { message: text("saved") }))
          open(null);
      });
    },
    remove: (id) =>
      void run(
        { type: "outlets.remove", ids: [id] },
        {
          message: text("outletRemoved", isolated(named(id)?.name ?? "")),
          undo: () => void restore(id),
        },
      ),
    restore: (id) => void restore(id),
    poll: (id) => void run({ type: "outlets.poll", ids: id === null ? null : [id] }, null),
    stopPolling: () => void run({ type: "outlets.stopPolling" }, null),
    importOpml: (file) =>
      void Promise.all([readOpmlFile(file), siteNames()]).then(([read, siteOf]) => {
        open(null);
        const { name } = file;
        if ("fault" in read) return setFailedFile({ name, fault: read.fault });
        const known = new Set(picked.map(({ feed }) => feed));
        const { outlines, isCut } = read;
        setPanel({ kind: "opml", name, reading: readOutlines(outlines, known, siteOf), isCut });
      }),
    exportOpml() {
      const file = new Blob([writeOpml(picked, Date.now())], { type: "text/x-opml" });
      download(file, "second-source-outlets.opml");
      say({ message: text("outletsExported") });
    },
  };
  /** Brings back outlets that were removed; those that are gone for good by now are picked anew. */
  const bringBack = async (before: readonly OutletStatus[]): Promise<void> => {
    if (before.length === 0) return;
    await run({ type: "outlets.restore", ids: before.map(({ id }) => id) }, null);
    await run({ type: "outlets.add", outlets: [...before] }, null);
  };
  return { status, panel, failedFile, actions, load, bringBack };
}

function pickedOf({ outlets }: LiveStatus): OutletStatus[] {
  return outlets.filter(({ removedAt }) => removedAt === null);
}
