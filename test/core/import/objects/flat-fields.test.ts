import { describe, expect, test } from "vitest";
import { flatFields } from "../../../../core/import/objects/flat-fields.ts";
import { Fields } from "../../../../core/record/fields.ts";

function flat(object: object, given: readonly string[] = []) {
  const fields = Fields.of(object, "");
  return fields && flatFields(fields, new Set(given));
}

describe("the fields of an object", () => {
  test("are named by all names on the way to them", () => {
    expect(flat({ title: "A", source: { name: "B", site: { url: "c" } } })).toEqual([
      ["title", "A"],
      ["source.name", "B"],
      ["source.site.url", "c"],
    ]);
  });

  test("are followed three levels deep", () => {
    expect(flat({ a: { b: { c: { d: 1 } } } })).toEqual([["a.b.c", { d: 1 }]]);
  });

  test("may be those of a map, and have no value", () => {
    expect(flat({ a: new Map([["b", null]]), c: undefined })).toEqual([
      ["a.b", undefined],
      ["c", undefined],
    ]);
  });

  test("that are lists are one value each", () => {
    expect(flat({ tags: ["a", "b"], empty: [] })).toEqual([
      ["tags", ["a", "b"]],
      ["empty", []],
    ]);
  });
});

describe("a list of objects stands for", () => {
  test("the fields of its first item whose names are known", () => {
    expect(flat({ canonical: [{ href: "a", type: "text/html" }, { href: "b" }] })).toEqual([
      ["canonical.href", "a"],
    ]);
  });

  test("those that a mapping names", () => {
    expect(flat({ links: [{ to: "a", rel: "b" }] }, ["linksto"])).toEqual([["links.to", "a"]]);
  });

  test("itself, where neither is so", () => {
    const links = [{ to: "a" }];
    expect(flat({ links })).toEqual([["links", links]]);
    // `url` alone is a known name, but not inside another field.
    const pictures = [{ url: "a" }];
    expect(flat({ pictures })).toEqual([["pictures", pictures]]);
  });
});
