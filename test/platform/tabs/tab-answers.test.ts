import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
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
let isShown: boolean;

beforeEach(() => {
  fakeBrowser.reset();
  lookUp = vi.fn(async ({ url }: TabPage) => ({ ...NO_ANSWER, address: url }));
  isShown = false;
  answers = new TabAnswers(lookUp, () => isShown);
});
afterEach(() => {
  vi.useRealTimers();
});

test("a page is looked up once, whichever view asks about its tab", async () => {
  expect(await answers.answer(7, ONE)).toEqual({ ...NO_ANSWER, address: ONE.url });
  await answers.answer(7, { ...ONE });
  expect((await answers.last(7)).address).toBe(ONE.url);
  expect((await answers.kept(7))?.address).toBe(ONE.url);
  expect(lookUp).toHaveBeenCalledTimes(1);
});

test("another page in the tab replaces it, and another tab has its own", async () => {
  await answers.answer(7, ONE);
  await answers.answer(8, ONE);
  await answers.answer(7, TWO);
  expect((await answers.last(7)).address).toBe(TWO.url);
  expect((await answers.last(8)).address).toBe(ONE.url);
  expect(lookUp).toHaveBeenCalledTimes(3);
});

test("the same page is looked up again once the data has changed, also by a view that does not name it", async () => {
  await answers.answer(7, ONE);
  answers.outdate();
  expect(await answers.kept(7)).toBeNull();
  expect((await answers.last(7)).address).toBe(ONE.url);
  expect(lookUp).toHaveBeenCalledTimes(2);
});

test("a later worker looks up the page that the previous one stored", async () => {
  await rememberPage(7, ONE);
  expect((await answers.last(7)).address).toBe(ONE.url);
});

test("an unknown tab, or one that was forgotten, has no answer", async () => {
  expect(await answers.last(7)).toEqual(NO_ANSWER);
  await answers.answer(7, ONE);
  await answers.remember(7, ONE);
  await answers.forget(7);
  expect(await answers.last(7)).toEqual(NO_ANSWER);
  expect(await answers.kept(7)).toEqual(NO_ANSWER);
});

test("a look-up that failed is tried again", async () => {
  lookUp.mockRejectedValueOnce(new Error("no database"));
  await expect(answers.answer(7, ONE)).rejects.toThrow("no database");
  expect((await answers.answer(7, ONE)).address).toBe(ONE.url);
});

describe("an answer is disposed of", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  test("a minute after its look-up when no view shows it, since its tab may show another site", async () => {
    await answers.answer(7, ONE);
    vi.advanceTimersByTime(59_999);
    expect((await answers.kept(7))?.address).toBe(ONE.url);
    vi.advanceTimersByTime(1);
    expect(await answers.kept(7)).toEqual(NO_ANSWER);
    expect(await answers.last(7)).toEqual(NO_ANSWER);
  });

  test("but its page is looked up again where it is still known", async () => {
    await answers.remember(7, ONE);
    await answers.answer(7, ONE);
    vi.advanceTimersByTime(60_000);
    expect(await answers.kept(7)).toBeNull();
    expect((await answers.last(7)).address).toBe(ONE.url);
    expect(lookUp).toHaveBeenCalledTimes(2);
  });

  test("not while a view shows it", async () => {
    isShown = true;
    await answers.answer(7, ONE);
    vi.advanceTimersByTime(600_000);
    expect((await answers.kept(7))?.address).toBe(ONE.url);
    isShown = false;
    vi.advanceTimersByTime(60_000);
    expect(await answers.kept(7)).toEqual(NO_ANSWER);
  });

  test("and its page with it, once the data has changed", async () => {
    await answers.answer(7, ONE);
    answers.outdate();
    vi.advanceTimersByTime(60_000);
    expect(await answers.last(7)).toEqual(NO_ANSWER);
  });

  test("not because of an earlier answer of its tab", async () => {
    await answers.answer(7, ONE);
    vi.advanceTimersByTime(59_999);
    await answers.answer(7, TWO);
    vi.advanceTimersByTime(59_999);
    expect((await answers.kept(7))?.address).toBe(TWO.url);
  });
});
