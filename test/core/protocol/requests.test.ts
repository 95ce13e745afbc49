import { describe, expect, test } from "vitest";
import { type Audience, type Request, requestSchemas } from "../../../core/protocol/requests.ts";
import { MAX_ADDRESS_LENGTH } from "../../../core/url/http-url.ts";
import { CLAIM, PAGE_REQUESTS, SAVED, STATEMENT, VIEW_REQUESTS } from "./request-samples.ts";

/** Every request, by who may ask it. */
const REQUESTS: readonly (readonly [Audience, string, Request])[] = [
  ...PAGE_REQUESTS.map((request) => ["content-script", request.type, request] as const),
  ...VIEW_REQUESTS.map((request) => ["extension-page", request.type, request] as const),
];

const [pageSeen] = PAGE_REQUESTS;
const [, ofTab] = VIEW_REQUESTS;
const correct = VIEW_REQUESTS.find(({ type }) => type === "story.correct");
const thousandAndOne = Array(1001).fill({ url: "https://a.example/1", title: "" });
const importStart = VIEW_REQUESTS.find(({ type }) => type === "import.start");

function accepts(audience: Audience, request: unknown): boolean {
  return requestSchemas[audience].safeParse(request).success;
}

test.each([importStart, { type: "dataSet.rename", id: "made-up", name: "" }])(
  "a name is taken without what cannot be seen, at most 100 characters of it: $type",
  (request) => {
    const name = `\u202e${"x".repeat(100)}\u202c `;
    const parsed = requestSchemas["extension-page"].parse({ ...request, name });
    expect(parsed).toMatchObject({ name: "x".repeat(100) });
  },
);

test("there is a sample of every request", () => {
  const types = (["content-script", "extension-page"] as const).flatMap((audience) =>
    requestSchemas[audience].def.options.flatMap(({ shape }) => shape.type.def.values),
  );
  expect(REQUESTS.map(([, type]) => type).sort()).toEqual(types.sort());
});

describe("a request is accepted only from those who may send it", () => {
  test.each(REQUESTS)("from a %s: %s", (audience, _, request) => {
    expect(requestSchemas[audience].parse(request)).toEqual(request);
    expect(accepts("content-script", request)).toBe(audience === "content-script");
    expect(accepts("extension-page", request)).toBe(audience === "extension-page");
  });
});

describe("a request with an additional field is refused", () => {
  test.each(REQUESTS)("from a %s: %s", (audience, _, request) => {
    expect(accepts(audience, { ...request, extra: 1 })).toBe(false);
  });
});

describe("a request without one of its fields is refused", () => {
  test.each(REQUESTS)("from a %s: %s", (audience, _, request) => {
    for (const field of Object.keys(request)) {
      const rest = Object.entries(request).filter(([name]) => name !== field);
      expect(accepts(audience, Object.fromEntries(rest))).toBe(false);
    }
  });
});

test("a content script names no tab, since it may only ask about its own", () => {
  expect(accepts("content-script", { ...pageSeen, tab: 7 })).toBe(false);
});

describe.each(["content-script", "extension-page"] as const)("from a %s", (audience) => {
  test.each([
    ["nothing", undefined],
    ["null", null],
    ["text", "status"],
    ["a list", [{ type: "status" }]],
    ["no type", {}],
    ["an unknown type", { type: "index.read" }],
    ["a type of Object's", { type: "constructor" }],
    ["a type in a list", { type: ["status"] }],
  ])("%s is refused", (_, request) => {
    expect(accepts(audience, request)).toBe(false);
  });
});

describe("claims", () => {
  const withClaims = (claims: unknown) => accepts("content-script", { ...pageSeen, claims });

  test.each(["canonical", "og:url", "json-ld"])("may come from %s", (source) => {
    expect(withClaims([{ ...CLAIM, source }])).toBe(true);
  });

  test("may be an empty list, or any texts, since they are parsed later", () => {
    expect(withClaims([])).toBe(true);
    expect(withClaims([{ ...CLAIM, url: "javascript:alert(1)" }])).toBe(true);
  });

  test.each([
    ["from elsewhere", [{ ...CLAIM, source: "title" }]],
    ["not text", [{ ...CLAIM, url: 7 }]],
    ["over-long", [{ ...CLAIM, url: "x".repeat(MAX_ADDRESS_LENGTH + 1) }]],
    ["more than four", [CLAIM, CLAIM, CLAIM, CLAIM, CLAIM]],
    ["not a list", CLAIM],
  ])("%s are refused", (_, claims) => {
    expect(withClaims(claims)).toBe(false);
  });

  test("lose unknown fields", () => {
    const parsed = requestSchemas["content-script"].parse({
      ...pageSeen,
      claims: [{ ...CLAIM, html: "<p>" }],
    });
    expect(parsed).toMatchObject({ claims: [CLAIM] });
  });
});

describe("what a page says of its article", () => {
  const withStatement = (statement: unknown) =>
    accepts("content-script", { ...pageSeen, statement });

  test("may be nothing, and may have empty fields", () => {
    expect(withStatement(null)).toBe(true);
    expect(withStatement({ ...STATEMENT, description: "", published: [], language: "" })).toBe(
      true,
    );
  });

  test.each([
    ["an over-long headline", { headline: "x".repeat(501) }],
    ["an over-long description", { description: "x".repeat(1001) }],
    ["an over-long time", { published: ["2".repeat(65)] }],
    ["more than six times", { published: Array(7).fill("2024") }],
    ["an over-long language", { language: "x".repeat(36) }],
    ["an over-long outlet", { outlet: "x".repeat(201) }],
    ["a type that is none", { type: "shop" }],
    ["a headline that is not text", { headline: 7 }],
    ["a field more", { body: "" }],
  ])("is refused with %s", (_, fields) => {
    expect(withStatement({ ...STATEMENT, ...fields })).toBe(false);
  });
});

describe("values out of range are refused", () => {
  function frame(fields: Record<string, unknown>) {
    const size = { action: "size", shape: "panel", width: 360, height: 600 };
    return { type: "frame", frame: { ...size, ...fields } };
  }

  test.each([
    ["an address that is not text", { ...ofTab, url: null }],
    ["a frame of no size", { type: "frame", frame: { action: "size", shape: "tab", width: 1 } }],
    ["a frame of negative size", frame({ width: -1 })],
    ["a frame of endless size", frame({ height: Number.POSITIVE_INFINITY })],
    ["a frame of an unknown shape", frame({ shape: "window" })],
    ["a frame with a field more", frame({ html: "<p>" })],
    ["a frame's unknown action", { type: "frame", frame: { action: "open" } }],
    ["a tab that is no whole number", { ...ofTab, tab: 1.5 }],
    ["a tab as text", { ...ofTab, tab: "7" }],
    ["an over-long address", { ...ofTab, url: "x".repeat(MAX_ADDRESS_LENGTH + 1) }],
    ["a site without name", { type: "site.switch", site: "", on: true }],
    ["an over-long site", { type: "site.switch", site: "x".repeat(254), on: true }],
    ["a saved story without articles", { type: "saved.save", articles: [] }],
    ["an over-long note", { type: "saved.change", id: SAVED.id, note: "x".repeat(4001), tags: [] }],
    ["an empty tag", { type: "saved.change", id: SAVED.id, note: "", tags: [""] }],
    [
      "an outlet that is an address",
      { type: "outlet.prefer", name: "A", domain: "https://a.example", preference: null },
    ],
    ["a switch that is neither on nor off", { type: "site.switch", site: "a.example", on: 1 }],
    ["a data set's id in capitals", { type: "dataSet.delete", id: "Made-Up" }],
    ["a data set without a name", { type: "dataSet.rename", id: "made-up", name: "" }],
    ["an over-long name", { type: "dataSet.rename", id: "made-up", name: "x".repeat(101) }],
    ["an access that is none", { type: "dataSet.access", id: "made-up", access: "some" }],
    ["a staged source of no such name", { ...importStart, staged: "../made-up" }],
    ["an import that replaces by no id", { ...importStart, replaces: "" }],
    ["a correction of nothing", { ...correct, articles: [] }],
    ["a correction of a thousand articles and one", { ...correct, articles: thousandAndOne }],
    ["a correction without a title", { ...correct, page: { url: "https://futurism.com/x" } }],
    ["a verdict that is none", { ...correct, verdict: "same-story" }],
    [
      "a correction without a time",
      { type: "corrections.add", pairs: [{ page: "a", article: "b" }] },
    ],
    ["a correction that is a text", { type: "corrections.remove", pairs: ["a b"] }],
    ["a setting that is none", { type: "settings.change", change: { theme: "dark" } }],
    ["a setting out of range", { type: "settings.change", change: { sidebarWidth: 10_000 } }],
  ])("%s", (_, request) => {
    expect(accepts("extension-page", request)).toBe(false);
  });
});
