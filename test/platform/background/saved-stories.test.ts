import { beforeEach, expect, test } from "vitest";
import browser from "webextension-polyfill";
import { SAVED, SAVED_BEFORE } from "../../fixtures/saved-stories.ts";
import { SENDER, type StartedBackground, startBackground } from "./started-background.ts";

let handlers: StartedBackground["handlers"];
beforeEach(() => {
  handlers = startBackground().handlers;
});

const save = () => handlers["saved.save"]({ type: "saved.save", articles: SAVED.articles }, SENDER);
const list = () => handlers["saved.list"]({ type: "saved.list" }, SENDER);

test("a story is saved once, with nothing written about it yet", async () => {
  const first = await save();
  expect(first.isNew).toBe(true);
  expect(await save()).toEqual({ id: first.id, isNew: false });
  expect(await list()).toMatchObject([{ id: first.id, note: "", tags: [] }]);
});

test("what the user writes about a story stays with it", async () => {
  const { id } = await save();
  const notes = { note: "Ask the port", tags: ["ferry"] };
  await handlers["saved.change"]({ type: "saved.change", id: id ?? "", ...notes }, SENDER);
  expect(await list()).toMatchObject([{ id, ...notes }]);
});

test("a story that is deleted can come back as it was", async () => {
  const stories = [SAVED, SAVED_BEFORE];
  await handlers["saved.add"]({ type: "saved.add", stories }, SENDER);
  await handlers["saved.remove"]({ type: "saved.remove", ids: [SAVED.id] }, SENDER);
  expect(await list()).toEqual([SAVED_BEFORE]);
  await handlers["saved.add"]({ type: "saved.add", stories: [SAVED] }, SENDER);
  expect(await list()).toEqual([SAVED_BEFORE, SAVED]);
});

test("a reset leaves nothing of it", async () => {
  await save();
  await handlers.reset({ type: "reset" }, SENDER);
  expect(await browser.storage.local.get("saved")).toEqual({});
});
