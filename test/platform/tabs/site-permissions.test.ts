import { beforeEach, describe, expect, test, vi } from "vitest";
import browser from "webextension-polyfill";
import {
  isAccessGranted,
  originsFor,
  requestAccess,
} from "../../../platform/tabs/site-permissions.ts";

const PATTERNS = ["*://*.a.example/*", "*://*.b.example/*"];
const contains = vi.fn<(asked: { origins: string[] }) => Promise<boolean>>();
const request = vi.fn<(asked: { origins: string[] }) => Promise<boolean>>();

beforeEach(() => {
  contains.mockReset().mockResolvedValue(false);
  request.mockReset().mockResolvedValue(true);
  // What WXT's in-memory browser lacks.
  Object.assign(browser, { permissions: { contains, request } });
});

describe("access is requested", () => {
  test("for the data set's own sites", () => {
    expect(originsFor("sites", PATTERNS)).toEqual(PATTERNS);
  });

  test("for all sites", () => {
    expect(originsFor("all", PATTERNS)).toEqual(["*://*/*"]);
  });

  test("for no sites when the toolbar button is enough", () => {
    expect(originsFor("toolbar", PATTERNS)).toEqual([]);
  });
});

describe("access", () => {
  test.each([true, false])("is what the browser reports: %s", async (isGranted) => {
    contains.mockResolvedValue(isGranted);
    expect(await isAccessGranted("sites", PATTERNS)).toBe(isGranted);
    expect(contains).toHaveBeenCalledWith({ origins: PATTERNS });
  });

  test.each([
    ["toolbar", PATTERNS],
    ["sites", []],
  ] as const)("to no sites is always granted: %s, %j", async (access, patterns) => {
    expect(await isAccessGranted(access, patterns)).toBe(true);
    expect(await requestAccess(access, patterns)).toBe(true);
    expect(contains).not.toHaveBeenCalled();
    expect(request).not.toHaveBeenCalled();
  });

  test("is requested synchronously, as a user's click requires", async () => {
    const asking = requestAccess("all", PATTERNS);
    expect(request).toHaveBeenCalledWith({ origins: ["*://*/*"] });
    expect(await asking).toBe(true);
  });

  test("may be refused", async () => {
    request.mockResolvedValue(false);
    expect(await requestAccess("sites", PATTERNS)).toBe(false);
  });

  test("is refused when the browser does not show a prompt", async () => {
    request.mockRejectedValue(new Error("This function must be called during a user gesture"));
    expect(await requestAccess("sites", PATTERNS)).toBe(false);
  });
});
