import { beforeAll, describe, expect, test } from "vitest";
import { BundledDataSet } from "../../../platform/indexing/bundled-data-set.ts";
import { dataSetFileOf } from "../../fixtures/data-set-files.ts";
import { record } from "../../fixtures/records.ts";
import { packaged } from "../workers.ts";

let bytes: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  ({ bytes } = await dataSetFileOf([record("https://bundled.example/1")]));
});

/** The bundled data set of files that are given one after the other; the last one again and again. */
function bundledOf(...files: readonly (() => Uint8Array<ArrayBuffer>)[]) {
  let opened = 0;
  const bundled = new BundledDataSet(async () => {
    const give = files[Math.min(opened++, files.length - 1)];
    return packaged(give?.() ?? new Uint8Array());
  });
  return { bundled, opened: () => opened };
}

const missing = (): never => {
  throw new TypeError("Failed to fetch");
};

describe("the bundled data set", () => {
  test("answers from its file, with its stories", async () => {
    const { segment, bytes: size } = await bundledOf(() => bytes).bundled.open();
    expect(segment.meta).toMatchObject({ articles: 1, dataSet: { id: "made-up" } });
    expect(segment.stories?.dataSet).toBe("bundled");
    expect((await segment.article("bundled.example/1"))?.own?.article.title).toBe(
      "Story at https://bundled.example/1",
    );
    expect(size).toBe(bytes.length);
  });

  test("is opened once for all calls", async () => {
    const { bundled, opened } = bundledOf(() => bytes);
    const [one, other] = await Promise.all([bundled.open(), bundled.open()]);
    expect(one).toBe(other);
    expect(await bundled.open()).toBe(one);
    expect(opened()).toBe(1);
  });

  test("is opened again after a failure", async () => {
    const { bundled, opened } = bundledOf(missing, () => bytes);
    await expect(bundled.open()).rejects.toThrow("Failed to fetch");
    expect((await bundled.open()).bytes).toBe(bytes.length);
    expect(opened()).toBe(2);
  });

  test("is opened again when it is forgotten", async () => {
    const { bundled, opened } = bundledOf(() => bytes);
    await bundled.open();
    bundled.forget();
    await bundled.open();
    expect(opened()).toBe(2);
  });

  test("that is damaged says so, each time", async () => {
    const { bundled, opened } = bundledOf(() => bytes.slice(0, -1));
    await expect(bundled.open()).rejects.toMatchObject({ fault: "damaged" });
    await expect(bundled.open()).rejects.toMatchObject({ fault: "damaged" });
    expect(opened()).toBe(2);
  });

  test("that is a page instead says so", async () => {
    const page = new TextEncoder().encode("<!doctype html>".repeat(9));
    await expect(bundledOf(() => page).bundled.open()).rejects.toMatchObject({
      fault: "not-a-data-set-file",
    });
  });
});
