import { beforeEach, expect, test, vi } from "vitest";
import type { PublishedSubscription } from "../../../core/published/subscription.ts";
import { openMirrorIndex } from "../../../platform/mirrors/index-mirror.ts";
import type { MemoryFolder } from "../../fixtures/memory-folder.ts";
import { type Death, deaths, Lifeline } from "../lifeline.ts";
import { aSubscription, memoryMirrorFiles } from "../publisher.ts";
import { dyingFolder } from "./dying-folder.ts";
import { monday, sunday, tuesday, Updating } from "./updating.ts";

// A death while the index is written is reported there.
beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
});

/** A device with version 7, or with none, whose publisher has version 8. */
async function beforeUpdate(hasFirst: boolean) {
  const device = new Updating();
  const subscription = aSubscription(device.publisher.publish([sunday, monday]));
  if (hasFirst) await device.update(subscription);
  device.publisher.publish([monday, tuesday], { version: 8 });
  return { device, subscription };
}

/** Updates with a worker that dies; gives the number of its changes. */
async function updateUntil(
  device: Updating,
  subscription: PublishedSubscription,
  at?: number,
  death?: Death,
): Promise<number> {
  const line = new Lifeline(at, death);
  const files = device.files;
  device.files = memoryMirrorFiles(dyingFolder<MemoryFolder>(device.folder, line));
  await device.update(subscription).catch(() => undefined);
  device.files = files;
  return line.calls;
}

test.each([
  ["a first mirror", false, null],
  ["an update", true, "7: 2026-11-30, 2026-11-29"],
])(
  "%s that is killed at any change leaves the files of before or those of after, and the next worker completes it",
  async (_, hasFirst, before) => {
    const after = "8: 2026-12-01, 2026-11-30";
    const whole = await beforeUpdate(hasFirst);
    const calls = await updateUntil(whole.device, whole.subscription);
    expect(calls).toBeGreaterThan(10);
    const seen = new Set<string | null>();
    const last: [Death, number] = ["after", calls - 1];
    for (const [death, at] of [...deaths(calls), last]) {
      const { device, subscription } = await beforeUpdate(hasFirst);
      await updateUntil(device, subscription, at, death);
      const inUse = await device.inUse(subscription);
      seen.add(inUse);
      expect([before, after], `${death} call ${at}`).toContain(inUse);
      if (inUse === before && hasFirst)
        expect(await device.files.names(subscription.id), `${death} call ${at}`).toEqual(
          expect.arrayContaining([monday.file.name, sunday.file.name]),
        );
      expect(await device.update(subscription), `${death} call ${at}`).toMatchObject({
        kind: "up-to-date",
      });
      expect(await device.inUse(subscription), `${death} call ${at}`).toBe(after);
      const index = await openMirrorIndex(device.files, subscription.id);
      expect(
        index?.meta.files.map(({ name }) => name),
        `${death} call ${at}`,
      ).toEqual([tuesday.file.name, monday.file.name]);
      expect((await device.files.names(subscription.id)).sort(), `${death} call ${at}`).toEqual(
        [monday.file.name, tuesday.file.name].sort(),
      );
    }
    expect(seen).toEqual(new Set([before, after]));
  },
);
