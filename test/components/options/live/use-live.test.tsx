// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { liveStatus } from "../../../fixtures/live-outlets.ts";
import { NOW } from "../../kit/english.tsx";
import { settle } from "../../kit/run-hook.tsx";
import { AFTER, ENTRY, GAZETTE, GONE, isolated, page } from "./live-page.tsx";
import { outlet } from "./live-states.tsx";

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

  test("has the outlets that are picked at that moment", async () => {
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
      "1 outlet has been added. Its articles come with the first check.",
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
    await settle(() => hook.now.actions.allow([GAZETTE.id]));
    expect(requestAccess.mock.calls).toEqual([["sites", GAZETTE.patterns]]);
    expect(background.requests).toEqual([{ type: "outlets.poll", ids: [GAZETTE.id] }]);
  });

  test("without access is asked for together with others, and those that are paused are not polled", async () => {
    const paused = outlet("Paused", { isPaused: true });
    const { hook, background, requestAccess } = await page([GAZETTE, paused]);
    await settle(() => hook.now.actions.allow([GAZETTE.id, paused.id]));
    expect(requestAccess.mock.calls).toEqual([
      ["sites", ["*://*.the-gazette.example/*", "*://*.paused.example/*"]],
    ]);
    expect(background.requests).toEqual([{ type: "outlets.poll", ids: [GAZETTE.id] }]);
    await settle(() => hook.now.actions.allow([paused.id]));
    expect(background.requests.at(-1)).toEqual({ type: "outlets.status" });
  });

  test("without access stays so when the user refuses", async () => {
    const { hook, background, requestAccess, toast } = await page();
    requestAccess.mockResolvedValue(false);
    await settle(() => hook.now.actions.allow([GAZETTE.id]));
    expect(background.requests).toEqual([]);
    expect(toast()?.message).toBe("The permission was not given; nothing has changed.");
  });

  test("gets another name without a permission prompt", async () => {
    const { hook, background, requestAccess } = await page();
    const to = { name: "Gazette", domains: GAZETTE.domains };
    await settle(() => hook.now.actions.edit(GAZETTE, to));
    expect(requestAccess).not.toHaveBeenCalled();
    expect(background.requests).toEqual([{ type: "outlets.change", id: GAZETTE.id, change: to }]);
  });

  test("loses one of several sites without a permission prompt", async () => {
    const { hook, requestAccess } = await page();
    const outlet = { ...GAZETTE, domains: [...GAZETTE.domains, "gazette.test"] };
    const to = { name: "Gazette", domains: GAZETTE.domains };
    await settle(() => hook.now.actions.edit(outlet, to));
    expect(requestAccess).not.toHaveBeenCalled();
  });

  test("gets another site once access to it is granted", async () => {
    const { hook, background, requestAccess } = await page();
    const to = { name: "Gazette", domains: ["other.example"] };
    await settle(() => hook.now.actions.edit(GAZETTE, to));
    expect(requestAccess.mock.calls).toEqual([
      ["sites", ["*://*.other.example/*", "https://the-gazette.example/*"]],
    ]);
    requestAccess.mockResolvedValue(false);
    await settle(() => hook.now.actions.edit(GAZETTE, to));
    expect(background.requests).toHaveLength(1);
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
