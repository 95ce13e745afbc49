import { describe, expect, test } from "vitest";
import { ProgressMeter } from "../../../platform/indexing/progress-meter.ts";

/** A meter, and a clock to set by hand. */
function meterAt(done = 0) {
  const clock = { now: 1000 };
  return { clock, meter: new ProgressMeter("Made up", { done, total: 10_000 }, () => clock.now) };
}

describe("a job's progress", () => {
  test("is 0 at first, without a speed", () => {
    const { meter } = meterAt();
    expect(meter).toMatchObject({ name: "Made up", total: 10_000, done: 0, perSecond: null });
  });

  test("starts at what was done before", () => {
    expect(meterAt(8000).meter).toMatchObject({ done: 8000, perSecond: null });
  });

  test("is the last value", () => {
    const { meter } = meterAt();
    meter.set(10);
    meter.set(30);
    expect(meter.done).toBe(30);
  });
});

describe("the speed", () => {
  test("is unknown from a single moment", () => {
    const { meter } = meterAt();
    meter.set(10);
    meter.set(30);
    expect(meter.perSecond).toBeNull();
  });

  test("is the records a second", () => {
    const { meter, clock } = meterAt();
    meter.set(100);
    clock.now += 2000;
    meter.set(700);
    expect(meter.perSecond).toBe(300);
  });

  test("does not count what was done before", () => {
    const { meter, clock } = meterAt(8000);
    meter.set(8100);
    clock.now += 1000;
    meter.set(8200);
    expect(meter.perSecond).toBe(100);
  });

  test("is that of the last five seconds", () => {
    const { meter, clock } = meterAt();
    meter.set(0);
    for (let second = 1; second <= 20; second++) {
      clock.now += 1000;
      meter.set(second <= 10 ? second * 1000 : 10_000 + (second - 10) * 10);
    }
    expect(meter.perSecond).toBe(10);
  });
});
