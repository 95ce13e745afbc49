// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { waitUntil } from "../../../wait-until.ts";
import { settle } from "../../kit/run-hook.tsx";
import { GAZETTE, GONE, page } from "./live-page.tsx";

describe("the panels", () => {
  test("show the list of outlets once it is loaded", async () => {
    const { hook } = await page();
    await settle(() => hook.now.actions.openPicker());
    expect(hook.now.panel).toEqual({
      kind: "picker",
      list: { writtenDown: "2026-03-01", outlets: [] },
      languages: ["en"],
    });
  });

  test("show a message when the list could not be loaded", async () => {
    const { hook, loadStarterList } = await page();
    loadStarterList.mockRejectedValue(new Error("no list"));
    await settle(() => hook.now.actions.openPicker());
    expect(hook.now.panel).toEqual({ kind: "picker", list: "failed", languages: ["en"] });
  });

  test("stay closed where one was closed before it was loaded", async () => {
    const { hook, loadStarterList } = await page();
    const list = Promise.withResolvers<never>();
    loadStarterList.mockReturnValue(list.promise);
    await settle(() => hook.now.actions.openPicker());
    expect(hook.now.panel).toEqual({ kind: "picker", list: null, languages: ["en"] });
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

describe("an OPML file", () => {
  const outline = {
    text: "Le Matin",
    title: "",
    xmlUrl: "https://matin.example/rss.xml",
    htmlUrl: "",
    language: "",
    country: "",
    domains: "",
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
