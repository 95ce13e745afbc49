// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import type { ToastContent } from "../../../../components/kit/Toast.tsx";
import { useLive } from "../../../../components/options/live/use-live.ts";
import type { OutletEntry } from "../../../../core/outlets/subscription.ts";
import type { OutletStatus } from "../../../../core/protocol/live-status.ts";
import { liveStatus } from "../../../fixtures/live-outlets.ts";
import { NOW } from "../../kit/english.tsx";
import { FakeBackground } from "../../kit/fake-background.ts";
import { runHook, settle, waitUntil } from "../../kit/run-hook.tsx";
import { fakeOptions } from "../data-sets/options-states.ts";
import { outlet } from "./live-states.tsx";

const GAZETTE = outlet("The Gazette");
const GONE = outlet("Abendblatt", { removedAt: NOW });
const AFTER = liveStatus([outlet("After")]);
const ENTRY: OutletEntry = {
  name: "Le Matin",
  domain: "matin.example",
  feed: "https://matin.example/rss.xml",
  country: "FR",
  language: "fr",
};
/** A name between the marks that isolate its direction. */
const isolated = (name: string) => `\u2068${name}\u2069`;

/** The live outlets once their status is loaded. */
async function page(outlets: readonly OutletStatus[] = [GAZETTE, GONE]) {
  const fake = fakeOptions(
    new FakeBackground({
      "outlets.status": liveStatus(outlets),
      "outlets.add": AFTER,
      "outlets.change": AFTER,
      "outlets.remove": AFTER,
      "outlets.restore": AFTER,
      "outlets.poll": AFTER,
      "outlets.stopPolling": AFTER,
    }),
  );
  const showToast = vi.fn<(content: ToastContent | null) => void>();
  const hook = runHook(() => useLive(fake.deps, showToast));
  await settle(() => fake.liveStatus.push(liveStatus(outlets)));
  return { ...fake, hook, showToast, toast: () => showToast.mock.lastCall?.[0] };
}

describe("the live status", () => {
  test("follows the updates", async () => {
    const { hook, liveStatus: subscription } = await page();
    expect(hook.now.status).toEqual(liveStatus([GAZETTE, GONE]));
    await settle(() => subscription.push(AFTER));
    expect(hook.now.status).toEqual(AFTER);
  });

  test("stays as it was when an update fails", async () => {
    const { hook, liveStatus: subscription } = await page();
    await settle(() => subscription.fail());
    expect(hook.now.status).toEqual(liveStatus([GAZETTE, GONE]));
  });

  test("is unsubscribed from when the page is closed", async () => {
    const { hook, liveStatus: subscription } = await page();
    hook.remove();
    expect(subscription.listener).toBeNull();
  });

  test("gives the outlets that are picked when it is asked for", async () => {
    const { hook, background } = await page();
    const picked = vi.fn();
    await settle(() => hook.now.reload().then(picked));
    expect(picked.mock.calls).toEqual([[[GAZETTE]]]);
    background.isUnavailable = true;
    await settle(() => hook.now.reload().then(picked));
    expect(picked.mock.lastCall).toEqual([[]]);
  });
});

describe("adding outlets", () => {
  test("asks for access to all their sites within the click, then adds them", async () => {
    const { hook, requestAccess, background, toast } = await page();
    await settle(() => hook.now.actions.openPicker());
    await settle(() => {
      hook.now.actions.add([ENTRY]);
      expect(requestAccess.mock.calls).toEqual([["sites", ["*://*.matin.example/*"]]]);
    });
    expect(background.requests).toEqual([{ type: "outlets.add", outlets: [ENTRY] }]);
    expect(hook.now.status).toEqual(AFTER);
    expect(hook.now.panel).toBeNull();
    expect(toast()?.message).toBe(
      "1 outlet has been added. Its articles come with the first poll.",
    );
  });

  test("keeps the form where the user refuses access", async () => {
    const { hook, requestAccess, background, toast } = await page();
    requestAccess.mockResolvedValue(false);
    await settle(() => hook.now.actions.openPicker());
    await settle(() => hook.now.actions.add([ENTRY]));
    expect(background.requests).toEqual([]);
    expect(hook.now.panel?.kind).toBe("picker");
    expect(toast()?.message).toBe("The permission was not given; nothing has changed.");
  });

  test("keeps the form where the background does not answer", async () => {
    const { hook, background, toast } = await page();
    background.isUnavailable = true;
    await settle(() => hook.now.actions.openPicker());
    await settle(() => hook.now.actions.add([ENTRY]));
    expect(hook.now.panel?.kind).toBe("picker");
    expect(toast()?.message).toMatch(/did not answer/);
  });
});

describe("the panels", () => {
  test("show the list of outlets once it is loaded", async () => {
    const { hook } = await page();
    await settle(() => hook.now.actions.openPicker());
    expect(hook.now.panel).toEqual({
      kind: "picker",
      list: { writtenDown: "2026-03-01", outlets: [] },
    });
  });

  test("show a message when the list could not be loaded", async () => {
    const { hook, loadStarterList } = await page();
    loadStarterList.mockRejectedValue(new Error("no list"));
    await settle(() => hook.now.actions.openPicker());
    expect(hook.now.panel).toEqual({ kind: "picker", list: "failed" });
  });

  test("stay closed where one was closed before it was loaded", async () => {
    const { hook, loadStarterList } = await page();
    const list = Promise.withResolvers<never>();
    loadStarterList.mockReturnValue(list.promise);
    await settle(() => hook.now.actions.openPicker());
    expect(hook.now.panel).toEqual({ kind: "picker", list: null });
    await settle(() => hook.now.actions.closePanel());
    await settle(() => list.reject(new Error("no list")));
    expect(hook.now.panel).toBeNull();
  });

  test("for an address or a change get the Public Suffix List", async () => {
    const { hook } = await page();
    await settle(() => hook.now.actions.openAddress());
    await waitUntil(() =>
      expect(hook.now.panel).toEqual({ kind: "address", siteOf: expect.any(Function) }),
    );
    await settle(() => hook.now.actions.openEdit(GAZETTE.id));
    await waitUntil(() =>
      expect(hook.now.panel).toEqual({
        kind: "edit",
        outlet: GAZETTE,
        siteOf: expect.any(Function),
      }),
    );
  });

  test("do not open for an unknown outlet", async () => {
    const { hook } = await page();
    await settle(() => hook.now.actions.openEdit("nobody"));
    expect(hook.now.panel).toBeNull();
  });
});

describe("an outlet", () => {
  test.each([
    [
      "change",
      [GAZETTE.id, { every: 60 }],
      { type: "outlets.change", id: GAZETTE.id, change: { every: 60 } },
    ],
    ["poll", [GAZETTE.id], { type: "outlets.poll", ids: [GAZETTE.id] }],
    ["poll", [null], { type: "outlets.poll", ids: null }],
    ["stopPolling", [], { type: "outlets.stopPolling" }],
  ] as const)("is %sed on request", async (name, args, request) => {
    const { hook, background } = await page();
    const action = hook.now.actions[name] as (...all: readonly unknown[]) => void;
    await settle(() => action(...args));
    expect(background.requests).toEqual([request]);
    expect(hook.now.status).toEqual(AFTER);
  });

  test("that is removed can be brought back", async () => {
    const { hook, background, toast } = await page();
    background.answers["outlets.remove"] = liveStatus([{ ...GAZETTE, removedAt: NOW }]);
    await settle(() => hook.now.actions.remove(GAZETTE.id));
    expect(toast()?.message).toBe(`“${isolated("The Gazette")}” has been removed.`);
    await settle(() => toast()?.undo?.());
    expect(background.requests).toEqual([
      { type: "outlets.remove", ids: [GAZETTE.id] },
      { type: "outlets.restore", ids: [GAZETTE.id] },
    ]);
    expect(toast()?.message).toBe(`“${isolated("The Gazette")}” is back.`);
  });

  test("without access is polled once it is granted", async () => {
    const { hook, background, requestAccess } = await page();
    await settle(() => hook.now.actions.allow(GAZETTE.id));
    expect(requestAccess.mock.calls).toEqual([["sites", GAZETTE.patterns]]);
    expect(background.requests).toEqual([{ type: "outlets.poll", ids: [GAZETTE.id] }]);
  });

  test("without access stays so when the user refuses", async () => {
    const { hook, background, requestAccess, toast } = await page();
    requestAccess.mockResolvedValue(false);
    await settle(() => hook.now.actions.allow(GAZETTE.id));
    expect(background.requests).toEqual([]);
    expect(toast()?.message).toBe("The permission was not given; nothing has changed.");
  });

  test("gets another name without a permission prompt", async () => {
    const { hook, background, requestAccess } = await page();
    const to = { name: "Gazette", domain: GAZETTE.domain };
    await settle(() => hook.now.actions.edit(GAZETTE, to));
    expect(requestAccess).not.toHaveBeenCalled();
    expect(background.requests).toEqual([{ type: "outlets.change", id: GAZETTE.id, change: to }]);
  });

  test("gets another site once access to it is granted", async () => {
    const { hook, background, requestAccess } = await page();
    const to = { name: "Gazette", domain: "other.example" };
    await settle(() => hook.now.actions.edit(GAZETTE, to));
    expect(requestAccess.mock.calls).toEqual([
      ["sites", ["*://*.other.example/*", "https://the-gazette.example/*"]],
    ]);
    requestAccess.mockResolvedValue(false);
    await settle(() => hook.now.actions.edit(GAZETTE, to));
    expect(background.requests).toHaveLength(1);
  });
});

describe("an OPML file", () => {
  const outline = {
    text: "Le Matin",
    title: "",
    xmlUrl: "https://matin.example/rss.xml",
    htmlUrl: "",
    language: "",
    country: "",
    every: "",
    paused: "",
  };
  const file = new File(["<opml/>"], "feeds.opml");

  test("is shown before any of it is added", async () => {
    const { hook, readOpmlFile, background } = await page();
    readOpmlFile.mockResolvedValue({
      outlines: [outline, { ...outline, xmlUrl: GAZETTE.feed }],
      isCut: true,
    });
    await settle(() => hook.now.actions.importOpml(file));
    await waitUntil(() =>
      expect(hook.now.panel).toMatchObject({
        kind: "opml",
        name: "feeds.opml",
        isCut: true,
        reading: { outlets: [{ feed: outline.xmlUrl }], known: 1 },
      }),
    );
    expect(background.requests).toEqual([]);
  });

  test("that cannot be read is reported with the reason, until a panel is opened", async () => {
    const { hook, readOpmlFile } = await page();
    readOpmlFile.mockResolvedValue({ fault: "not-opml" });
    await settle(() => hook.now.actions.importOpml(file));
    await waitUntil(() =>
      expect(hook.now.failedFile).toEqual({ name: "feeds.opml", fault: "not-opml" }),
    );
    expect(hook.now.panel).toBeNull();
    await settle(() => hook.now.actions.openPicker());
    expect(hook.now.failedFile).toBeNull();
  });

  test("is written with the outlets that are picked", async () => {
    const { hook, download, toast } = await page();
    await settle(() => hook.now.actions.exportOpml());
    const [written, name] = download.mock.calls[0] ?? [];
    expect(name).toBe("second-source-outlets.opml");
    const text = await written?.text();
    expect(text).toContain(GAZETTE.feed);
    expect(text).not.toContain(GONE.feed);
    expect(toast()?.message).toBe("The outlets have been exported.");
  });
});

describe("restoring all outlets after a reset", () => {
  test("restores those that can be, and adds the others again", async () => {
    const { hook, background } = await page();
    await settle(() => hook.now.restoreAll([GAZETTE]));
    expect(background.requests).toEqual([
      { type: "outlets.restore", ids: [GAZETTE.id] },
      { type: "outlets.add", outlets: [GAZETTE] },
    ]);
  });

  test("asks for no permission when there were none", async () => {
    const { hook, background } = await page();
    await settle(() => hook.now.restoreAll([]));
    expect(background.requests).toEqual([]);
  });
});
