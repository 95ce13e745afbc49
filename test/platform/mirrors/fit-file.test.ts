import { beforeEach, describe, expect, test } from "vitest";
import { DataSetFile } from "../../../core/data-set-file/data-set-file.ts";
import { DataSetFileWriter } from "../../../core/data-set-file/data-set-file-writer.ts";
import { readCheckNote, writeCheckNote } from "../../../platform/mirrors/check-note.ts";
import { PartWriter, readParts } from "../../../platform/mirrors/file-parts.ts";
import { refitMirror } from "../../../platform/mirrors/update-mirror.ts";
import { dataSetOf, record } from "../../fixtures/records.ts";
import { joined } from "../../fixtures/source-stores.ts";
import { aSubscription, servedFile } from "../publisher.ts";
import { monday, Updating } from "./updating.ts";

let device: Updating;
beforeEach(() => {
  device = new Updating();
});

/** A published file without an index, as if that had a format that this code does not know. */
async function withoutIndex() {
  const records = [record("https://harbour.example/old"), record("https://quay.example/old")];
  let bytes = new Uint8Array();
  const writer = new DataSetFileWriter({
    write(more) {
      bytes = joined([bytes, more]);
    },
  });
  for (const one of records) await writer.addRecord(one);
  await writer.endSource(dataSetOf(records));
  await writer.close();
  return servedFile(bytes);
}

test("a file whose index has another format is rebuilt from its records", async () => {
  const old = await withoutIndex();
  const subscription = aSubscription(device.publisher.publish([old]));
  const { id } = subscription;
  const { name } = old.file;
  expect(await device.update(subscription)).toMatchObject({ kind: "up-to-date" });
  expect((await readCheckNote(device.files, id, name))?.version).toBe("rebuilt");
  expect(await device.files.size(id, name, "fetched")).toBe(0);
  const size = await device.files.size(id, name, "rebuilt");
  const file = await DataSetFile.open(await device.files.reader(id, name, "rebuilt"), size);
  expect([file.hasSegment, file.hasStories]).toEqual([true, true]);
});

test("a file that was rebuilt is not fetched again", async () => {
  const subscription = aSubscription(device.publisher.publish([await withoutIndex()]));
  await device.update(subscription);
  device.publisher.requests.length = 0;
  expect(await device.update(subscription)).toMatchObject({ isChanged: false });
  expect(device.publisher.requests).toEqual(["manifest.json"]);
});

test("after an update of the extension, files are checked against its formats without any request", async () => {
  const subscription = aSubscription(device.publisher.publish([monday]));
  const { id } = subscription;
  await device.update(subscription);
  const list = JSON.parse((await device.files.readList(id)) ?? "");
  const older = { ...list, formats: { segment: 1, stories: 1 } };
  await device.files.writeList(id, JSON.stringify(older));
  const note = await readCheckNote(device.files, id, monday.file.name);
  if (note === null) throw new Error("not checked");
  await writeCheckNote(device.files, id, monday.file.name, { ...note, segment: 1 });
  device.publisher.requests.length = 0;
  const run = { signal: new AbortController().signal, onStep: () => undefined };
  expect(await refitMirror(id, device.deps, run)).toBe(true);
  expect(await refitMirror(id, device.deps, run)).toBe(false);
  expect(JSON.parse((await device.files.readList(id)) ?? "")).toEqual(list);
  expect(await readCheckNote(device.files, id, monday.file.name)).toEqual(note);
  expect(device.publisher.requests).toEqual([]);
});

describe("the parts of a file", () => {
  const parts = new Map<number, Uint8Array<ArrayBuffer>>();
  const folder = {
    file: async (number: number) => {
      const bytes = parts.get(number);
      return bytes === undefined ? null : new Blob([bytes]);
    },
    write: async (number: number, bytes: Uint8Array<ArrayBuffer>) => void parts.set(number, bytes),
  };
  const bytes = Uint8Array.from({ length: 10 }, (_, i) => i);
  beforeEach(() => parts.clear());

  test("are filled one after the other, and read across their borders", async () => {
    const writer = await PartWriter.open(folder, 0, 4);
    await writer.write(bytes.slice(0, 3));
    expect(parts.size).toBe(0);
    await writer.write(bytes.slice(3));
    expect([...parts.keys()]).toEqual([0, 1]);
    expect([...(await writer.read(2, 10))]).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    await writer.flush();
    expect([...(await readParts(folder, 3, 4)(3, 9))]).toEqual([3, 4, 5, 6, 7, 8]);
    expect([...(await readParts(folder, 3, 4)(8, 20))]).toEqual([8, 9]);
  });

  test("go on within the last one", async () => {
    const writer = await PartWriter.open(folder, 0, 4);
    await writer.write(bytes.slice(0, 6));
    await writer.flush();
    const next = await PartWriter.open(folder, 6, 4);
    expect(next.bytes).toBe(6);
    await next.write(bytes.slice(6));
    await next.flush();
    expect([...(await readParts(folder, 3, 4)(0, 10))]).toEqual([...bytes]);
  });
});
