import { freeDataSetName, isSameDataSetName } from "../../core/data-set/data-set-name.ts";
import type {
  PreviewAnswer,
  PublishedSets,
  PublishedStatus,
} from "../../core/protocol/published-status.ts";
import { keyFingerprint } from "../../core/published/key-fingerprint.ts";
import { readManifestAddress } from "../../core/published/published-address.ts";
import {
  DEFAULT_CHECK_EVERY,
  MAX_PUBLISHED,
  type PublishedSubscription,
  publisherPattern,
} from "../../core/published/subscription.ts";
import { present } from "../../core/record/present.ts";
import type { Handlers } from "../messages/message-server.ts";
import { infoOf } from "../mirrors/open-mirrors.ts";
import { readMirrorList } from "../mirrors/update-mirror.ts";
import { changePublishedSet, readChecks, readPublishedSets } from "../storage/published-store.ts";
import { canBeRestored } from "../storage/removable.ts";
import { publishedItem } from "../storage/stored-items.ts";
import { isAccessGranted } from "../tabs/site-permissions.ts";
import { schedulePurge } from "./purge-removed.ts";
import type { Services } from "./services.ts";

type PublishedRequests = Extract<keyof Handlers, `published.${string}`>;

/** What the background does for requests about published data sets. */
export function createPublishedHandlers(
  services: Services,
): Pick<Handlers, PublishedRequests> & { status(): Promise<PublishedSets> } {
  const { mirrors, ledger, dataChanged } = services;

  const status = async (): Promise<PublishedSets> => {
    const [all, checks, store] = await Promise.all([
      readPublishedSets(),
      readChecks(),
      ledger.store(),
    ]);
    const now = Date.now();
    const shown = all.filter((one) => one.removedAt === null || canBeRestored(one, now));
    const sets = shown.map((one) => publishedStatus(services, one, checks.get(one.id) ?? null));
    return { sets: await Promise.all(sets), canSubscribe: store.kind === "indexeddb" };
  };
  const changed = async (): Promise<PublishedSets> => {
    await mirrors.onChange();
    await dataChanged.emit("user");
    return status();
  };

  return {
    status,
    "published.status": status,
    "published.preview": ({ typed }) => previewOf(services, typed),
    "published.add": async ({ name, ...wanted }) => {
      const id = crypto.randomUUID();
      await publishedItem.change((all) => {
        const listed = all.filter(({ removedAt }) => removedAt === null);
        if (listed.length >= MAX_PUBLISHED) throw new TypeError("too many published data sets");
        if (listed.some(({ address }) => address === wanted.address))
          throw new TypeError("subscribed to already");
        const taken = listed.map((one) => one.name);
        const subscription: PublishedSubscription = {
          ...wanted,
          id,
          name: freeDataSetName(name, taken),
          every: DEFAULT_CHECK_EVERY,
          isEnabled: true,
          isPaused: false,
          addedAt: Date.now(),
          removedAt: null,
        };
        return [...all, subscription];
      });
      await mirrors.checkNow(id);
      return changed();
    },
    "published.change": async ({ id, change }) => {
      const { name, isPaused, choice } = change;
      await publishedItem.change((all) => {
        const others = all.filter((one) => one.id !== id && one.removedAt === null);
        if (name !== undefined && others.some((one) => isSameDataSetName(one.name, name)))
          throw new TypeError("the name is taken");
        return all.map((one) => (one.id === id ? { ...one, ...present(change) } : one));
      });
      // Whatever it fetches is of what was chosen before.
      if (isPaused === true || choice !== undefined) await mirrors.cancel(id);
      const isPausedNow = (await readPublishedSets()).find((one) => one.id === id)?.isPaused;
      if (isPaused === false || (choice !== undefined && isPausedNow === false))
        await mirrors.checkNow(id);
      return changed();
    },
    "published.remove": async ({ id }) => {
      const now = Date.now();
      await changePublishedSet(id, (one) => ({ ...one, removedAt: one.removedAt ?? now }));
      await mirrors.cancel(id);
      await schedulePurge();
      return changed();
    },
    "published.restore": async ({ id }) => {
      const now = Date.now();
      await publishedItem.change((all) => {
        const others = all.filter((one) => one.id !== id && one.removedAt === null);
        const taken = others.map(({ name }) => name);
        return all.map((one) => {
          if (one.id !== id || !canBeRestored(one, now)) return one;
          if (others.some(({ address }) => address === one.address))
            throw new TypeError("subscribed to already");
          // Another data set may have taken its name meanwhile.
          return { ...one, name: freeDataSetName(one.name, taken), removedAt: null };
        });
      });
      return changed();
    },
    "published.check": async ({ id }) => {
      await mirrors.checkNow(id);
      return status();
    },
    "published.cancel": async ({ id }) => {
      await changePublishedSet(id, (one) => ({ ...one, isPaused: true }));
      await mirrors.cancel(id);
      return changed();
    },
  };
}

async function previewOf({ mirrors }: Services, typed: string): Promise<PreviewAnswer> {
  const read = readManifestAddress(typed);
  if ("refusal" in read)
    return { kind: "trouble", trouble: { kind: "refused", refusal: read.refusal } };
  const { address } = read;
  const found = await mirrors.preview(address);
  if ("trouble" in found) return { kind: "trouble", ...found };
  const { manifest } = found;
  const isSame = (one: PublishedSubscription) => one.address === address && one.removedAt === null;
  const isSubscribed = (await readPublishedSets()).some(isSame);
  const fingerprint = await keyFingerprint(crypto.subtle, manifest.key);
  return { kind: "preview", preview: { address, manifest, fingerprint, isSubscribed } };
}

async function publishedStatus(
  { mirrors, mirrorFiles, openMirrors }: Services,
  subscription: PublishedSubscription,
  check: Parameters<Services["mirrors"]["nextCheckAt"]>[1],
): Promise<PublishedStatus> {
  const { id, name, address, access, isPaused, removedAt, pinned } = subscription;
  const [list, patterns, isHostAllowed, fingerprint] = await Promise.all([
    readMirrorList(mirrorFiles, id).catch(() => null),
    openMirrors.patternsOf(id),
    isAccessGranted("sites", [publisherPattern(address)]),
    keyFingerprint(crypto.subtle, pinned.key),
  ]);
  const isChecked = isHostAllowed && !isPaused && removedAt === null;
  return {
    ...subscription,
    fingerprint,
    inUse:
      list === null
        ? null
        : {
            ...infoOf(id, name, list),
            version: list.manifest.version,
            published: Date.parse(list.manifest.published),
            expires: Date.parse(list.manifest.expires),
            bytes: list.files.reduce((sum, { bytes }) => sum + bytes, 0),
            files: list.files.length,
            outlets: list.manifest.outlets,
            outletCount: list.manifest.outletCount,
            patterns,
            isAccessGranted: await isAccessGranted(access, patterns),
          },
    isHostAllowed,
    lastCheckAt: check?.lastPollAt ?? null,
    lastSuccessAt: check?.lastSuccessAt ?? null,
    nextCheckAt: isChecked ? await mirrors.nextCheckAt(subscription, check) : null,
    trouble: check?.trouble ?? null,
    progress: mirrors.progressOf(id),
  };
}
