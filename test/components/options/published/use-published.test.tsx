// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import type { ToastContent } from "../../../../components/kit/Toast.tsx";
import { usePublished } from "../../../../components/options/published/use-published.ts";
import { EVERYTHING } from "../../../../core/published/mirror-plan.ts";
import { aManifest } from "../../../fixtures/published.ts";
import { FakeBackground } from "../../kit/fake-background.ts";
import { runHook, settle } from "../../kit/run-hook.tsx";
import { fakeOptions } from "../data-sets/options-states.ts";
import { published } from "./published-states.ts";

const ADDRESS = "https://data.example/harbour/manifest.json";
const PREVIEW = {
  address: ADDRESS,
  manifest: aManifest(),
  fingerprint: "21fe",
  isSubscribed: false,
};
const SETS = { sets: [published()], canSubscribe: true };

async function page(changes: { manifestToAdd?: string } = {}) {
  const fake = fakeOptions(
    new FakeBackground({
      "published.preview": { kind: "preview", preview: PREVIEW },
      "published.add": SETS,
      "published.remove": SETS,
      "published.restore": SETS,
    }),
  );
  const deps = { ...fake.deps, ...changes };
  const showToast = vi.fn<(content: ToastContent | null) => void>();
  const hook = runHook(() => usePublished(deps, showToast));
  await settle(() => fake.published.push(SETS));
  return { ...fake, hook, toast: () => showToast.mock.lastCall?.[0] };
}

describe("adding a published data set", () => {
  test("asks for exactly its host within the click, then for the manifest", async () => {
    const { hook, requestAccess, background } = await page();
    await settle(() => hook.now.actions.open());
    await settle(() => {
      hook.now.actions.requestPreview("data.example/harbour/");
      expect(requestAccess.mock.calls).toEqual([["sites", ["https://data.example/*"]]]);
    });
    expect(background.requests).toEqual([
      { type: "published.preview", typed: "data.example/harbour/" },
    ]);
    expect(hook.now.panel).toEqual({ kind: "preview", preview: PREVIEW });
  });

  test("asks nobody about an address that cannot be one", async () => {
    const { hook, requestAccess, background } = await page();
    await settle(() => hook.now.actions.requestPreview("http://data.example/"));
    expect(requestAccess.mock.calls).toEqual([]);
    expect(background.requests).toEqual([]);
    expect(hook.now.panel).toMatchObject({
      trouble: { kind: "refused", refusal: { code: "not-https" } },
    });
  });

  test("fetches nothing where the user refuses the permission", async () => {
    const { hook, requestAccess, background } = await page();
    requestAccess.mockResolvedValue(false);
    await settle(() => hook.now.actions.requestPreview(ADDRESS));
    expect(background.requests).toEqual([]);
    expect(hook.now.panel).toMatchObject({ trouble: "refused-access" });
  });

  test("pins the key that was shown, and what was chosen", async () => {
    const { hook, background } = await page();
    await settle(() => hook.now.actions.requestPreview(ADDRESS));
    await settle(() => hook.now.actions.subscribe(PREVIEW, { languages: null, days: 7 }));
    const { key, version, signature, name } = PREVIEW.manifest;
    expect(background.of("published.add")).toEqual([
      {
        type: "published.add",
        address: ADDRESS,
        name,
        pinned: { key, version, signature },
        choice: { ...EVERYTHING, days: 7 },
        access: "sites",
      },
    ]);
    expect(hook.now.panel).toBeNull();
  });

  test("begins with the address that a page has handed over, and asks only when the user wants it", async () => {
    const { hook, background } = await page({ manifestToAdd: ADDRESS });
    expect(hook.now.panel).toMatchObject({ kind: "address", typed: ADDRESS, isLooking: false });
    expect(background.requests).toEqual([]);
  });
});

test("a removal can be undone", async () => {
  const { hook, background, toast } = await page();
  const { id } = published();
  await settle(() => hook.now.actions.remove(id));
  await settle(() => toast()?.undo?.());
  expect(background.requests).toEqual([
    { type: "published.remove", id },
    { type: "published.restore", id },
  ]);
});
