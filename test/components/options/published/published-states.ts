import { vi } from "vitest";
import type { PublishedActions } from "../../../../components/options/published/published-actions.ts";
import type { PublishedStatus } from "../../../../core/protocol/published-status.ts";
import { publishedSet } from "../../../fixtures/published-sets.ts";
import { NOW } from "../../kit/english.tsx";

/** A published data set that is in use and up to date, at the moment of the tests. */
export function published(fields: Partial<PublishedStatus> = {}): PublishedStatus {
  return publishedSet(NOW, fields);
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
