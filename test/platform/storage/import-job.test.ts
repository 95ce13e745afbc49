import { beforeEach, expect, test } from "vitest";
import browser from "webextension-polyfill";
import {
  type ImportJob,
  readImportJob,
  writeImportJob,
} from "../../../platform/storage/import-job.ts";
import fakeBrowser from "../../fake-browser.ts";
import { dataSetOf } from "../../fixtures/records.ts";

const JOB: ImportJob = {
  state: "failed",
  failure: "disk-full",
  info: dataSetOf([]).info,
  access: "toolbar",
  source: "s",
  generation: "g",
  addedAt: 1,
};

beforeEach(() => {
  fakeBrowser.reset();
});

test("there is none at first", async () => {
  expect(await readImportJob()).toBeNull();
});

test("an import is read as it was written, until it is taken out", async () => {
  await writeImportJob(JOB);
  expect(await readImportJob()).toEqual(JOB);
  await writeImportJob(null);
  expect(await readImportJob()).toBeNull();
});

test.each([null, "text", {}, { ...JOB, state: "done" }, { ...JOB, source: undefined }])(
  "there is none where storage holds %j",
  async (junk) => {
    await browser.storage.local.set({ import: junk });
    expect(await readImportJob()).toBeNull();
  },
);
