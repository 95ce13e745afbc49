import { beforeEach, expect, test, vi } from "vitest";
import { NO_ANSWER, type PageAnswer, TabAnswers } from "../../../platform/tabs/tab-answers.ts";
import { rememberPage, type TabPage } from "../../../platform/tabs/tab-pages.ts";
import fakeBrowser from "../../fake-browser.ts";

const page = (path: string): TabPage => ({
  url: `https://a.example/${path}`,
  claims: [],
  statement: null,
});
const ONE = page("one");
const TWO = page("two");

let lookUp: ReturnType<typeof vi.fn<(page: TabPage) => Promise<PageAnswer>>>;
let answers: TabAnswers;

beforeEach(() => {
  fakeBrowser.reset();
  lookUp = vi.fn(async ({ url }: TabPage) => ({ ...NO_ANSWER, address: url }));
  answers = new TabAnswers(lookUp);
});

test("a page is looked up once, whoever asks about its tab", async () => {
  expect(await answers.answer(7, ONE)).toEqual({ ...NO_ANSWER, address: ONE.url });
  await answers.answer(7, { ...ONE });
  expect((await answers.last(7)).address).toBe(ONE.url);
  expect((await answers.kept(7))?.address).toBe(ONE.url);
  expect(lookUp).toHaveBeenCalledTimes(1);
});

test("another page in the tab takes its place, and another tab has its own", async () => {
  await answers.answer(7, ONE);
  await answers.answer(8, ONE);
  await answers.answer(7, TWO);
  expect((await answers.last(7)).address).toBe(TWO.url);
  expect((await answers.last(8)).address).toBe(ONE.url);
  expect(lookUp).toHaveBeenCalledTimes(3);
});

test("once the data has changed the same page is looked up again, also by who does not name it", async () => {
  await answers.answer(7, ONE);
  answers.outdate();
  expect(await answers.kept(7)).toBeNull();
  expect((await answers.last(7)).address).toBe(ONE.url);
  expect(lookUp).toHaveBeenCalledTimes(2);
});

test("a later worker looks the page up that the one before remembered", async () => {
  await rememberPage(7, ONE);
  expect((await answers.last(7)).address).toBe(ONE.url);
});

test("a tab of which nothing is known, or that is forgotten, has no answer", async () => {
  expect(await answers.last(7)).toEqual(NO_ANSWER);
  await answers.answer(7, ONE);
  await answers.remember(7, ONE);
  await answers.forget(7);
  expect(await answers.last(7)).toEqual(NO_ANSWER);
  expect(await answers.kept(7)).toBeNull();
});

test("a look-up that failed is tried again", async () => {
  lookUp.mockRejectedValueOnce(new Error("no database"));
  await expect(answers.answer(7, ONE)).rejects.toThrow("no database");
  expect((await answers.answer(7, ONE)).address).toBe(ONE.url);
});
