import { vi } from "vitest";
import type { PublishedActions } from "../../../../components/options/published/published-actions.ts";
import type { PublishedStatus } from "../../../../core/protocol/published-status.ts";
import { NOW } from "../../kit/english.tsx";

const HOUR = 3_600_000;

/** A published data set that is in use and up to date. */
export function published(fields: Partial<PublishedStatus> = {}): PublishedStatus {
  return {
    id: "5e0c4b0e-9f0e-4c9b-8d7e-0c5c3b1f2a10",
    address: "https://data.example/harbour/manifest.json",
    name: "Harbour News",
    pinned: { key: "key", version: 7, signature: "signature" },
    choice: { languages: null, days: 30 },
    access: "sites",
    every: 60,
    isEnabled: true,
    isPaused: false,
    addedAt: NOW - 50 * HOUR,
    removedAt: null,
    fingerprint: "21fe 31df a154 a261 626b f854 046f d227",
    inUse: {
      description: "All that the harbour's papers wrote.",
      licence: "CC BY 4.0",
      source: "",
      version: 7,
      published: NOW - 8 * HOUR,
      expires: NOW + 700 * HOUR,
      records: 20_000,
      bytes: 6_000_000,
      files: 30,
      from: NOW - 700 * HOUR,
      to: NOW - 9 * HOUR,
      outlets: [{ site: "harbour.example", name: "Harbour News", articles: 12_000 }],
      outletCount: 3,
      patterns: ["*://*.harbour.example/*"],
      isAccessGranted: true,
    },
    isHostAllowed: true,
    lastCheckAt: NOW - HOUR / 2,
    lastSuccessAt: NOW - HOUR / 2,
    nextCheckAt: NOW + HOUR / 2,
    trouble: null,
    progress: null,
    ...fields,
  };
}

/** Every action on published data sets, as a mock. */
export function notedPublishedActions() {
  return {
    open: vi.fn<PublishedActions["open"]>(),
    close: vi.fn<PublishedActions["close"]>(),
    requestPreview: vi.fn<PublishedActions["requestPreview"]>(),
    requestOffer: vi.fn<PublishedActions["requestOffer"]>(),
    subscribe: vi.fn<PublishedActions["subscribe"]>(),
    change: vi.fn<PublishedActions["change"]>(),
    allowHost: vi.fn<PublishedActions["allowHost"]>(),
    changeAccess: vi.fn<PublishedActions["changeAccess"]>(),
    check: vi.fn<PublishedActions["check"]>(),
    cancel: vi.fn<PublishedActions["cancel"]>(),
    remove: vi.fn<PublishedActions["remove"]>(),
    restore: vi.fn<PublishedActions["restore"]>(),
  } satisfies PublishedActions;
}
