import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeBibtex } from "../../../core/citations/write-bibtex.ts";
import { writeCslJson } from "../../../core/citations/write-csl-json.ts";
import { writeRis } from "../../../core/citations/write-ris.ts";
import { cited, HOSTILE_TITLES } from "./articles.ts";

const undated = { published: null, language: null };

/** The title of the only entry of a BibTeX file, without its braces. */
function bibtexTitle(title: string): string | undefined {
  return /title = \{\{(.*)\}\},\n/.exec(writeBibtex([cited({ title })]))?.[1];
}

describe("BibTeX", () => {
  test("an entry", () => {
    expect(writeBibtex([cited()])).toBe(
      [
        "@article{gazette-example-2022-04-15,",
        "  title = {{Bridge closed after flood}},",
        "  journal = {The Gazette},",
        "  year = {2022},",
        "  month = apr,",
        "  day = {15},",
        "  url = {https://www.gazette.example/2022/bridge?id=7&part=2#top},",
        "  urldate = {2026-11-30},",
        "  language = {en},",
        "}",
        "",
      ].join("\n"),
    );
  });

  test("an entry without date and language", () => {
    expect(writeBibtex([cited(undated)])).toBe(
      [
        "@article{gazette-example-undated,",
        "  title = {{Bridge closed after flood}},",
        "  journal = {The Gazette},",
        "  url = {https://www.gazette.example/2022/bridge?id=7&part=2#top},",
        "  urldate = {2026-11-30},",
        "}",
        "",
      ].join("\n"),
    );
  });

  test("an empty line between entries", () => {
    expect(writeBibtex([cited(), cited()])).toContain(
      "}\n\n@article{gazette-example-2022-04-15-2,",
    );
  });

  test.each([
    [
      HOSTILE_TITLES.braces,
      "A \\textbraceright{} brace \\textbraceleft{} and \\textbraceleft{}\\textbraceleft{}more",
    ],
    [
      HOSTILE_TITLES.latex,
      "\\textbackslash{}input\\textbraceleft{}/etc/passwd\\textbraceright{} \\textbackslash{}write18\\textbraceleft{}ls\\textbraceright{} 100\\% of \\$5 \\& \\#1 a\\_b \\textasciitilde{} \\textasciicircum{}",
    ],
    [HOSTILE_TITLES.arabic, HOSTILE_TITLES.arabic],
  ])("TeX prints the title %j as it is", (title, written) => {
    expect(bibtexTitle(title)).toBe(written);
  });

  test.each(Object.values(HOSTILE_TITLES))("braces balance with the title %j", (title) => {
    const file = writeBibtex([cited({ title, outlet: { name: title, domain: "a.example" } })]);
    const opened = file.split("{").length - 1;
    expect(file.split("}").length - 1).toBe(opened);
  });
});

describe("RIS", () => {
  test("a reference", () => {
    expect(writeRis([cited()])).toBe(
      [
        "TY  - NEWS",
        "TI  - Bridge closed after flood",
        "T2  - The Gazette",
        "PY  - 2022",
        "DA  - 2022/04/15",
        "Y2  - 2026/11/30",
        "UR  - https://www.gazette.example/2022/bridge?id=7&part=2#top",
        "LA  - en",
        "ER  - ",
        "",
      ].join("\r\n"),
    );
  });

  test("a reference without date and language", () => {
    expect(writeRis([cited(undated)])).toBe(
      [
        "TY  - NEWS",
        "TI  - Bridge closed after flood",
        "T2  - The Gazette",
        "Y2  - 2026/11/30",
        "UR  - https://www.gazette.example/2022/bridge?id=7&part=2#top",
        "ER  - ",
        "",
      ].join("\r\n"),
    );
  });

  test("an empty line between references", () => {
    expect(writeRis([cited(), cited()])).toContain("ER  - \r\n\r\nTY  - NEWS");
  });

  test.each(Object.values(HOSTILE_TITLES))("no field is begun by the title %j", (title) => {
    const file = writeRis([cited({ title, outlet: { name: title, domain: "a.example" } })]);
    const tags = file.split(/[\r\n\u2028\u0085]+/).map((line) => line.slice(0, 2));
    expect(tags).toEqual(["TY", "TI", "T2", "PY", "DA", "Y2", "UR", "LA", "ER", ""]);
  });
});

describe("CSL-JSON", () => {
  test("items", () => {
    expect(JSON.parse(writeCslJson([cited(), cited(undated)]))).toEqual([
      {
        id: "gazette-example-2022-04-15",
        type: "article-newspaper",
        title: "Bridge closed after flood",
        "container-title": "The Gazette",
        URL: "https://www.gazette.example/2022/bridge?id=7&part=2#top",
        issued: { "date-parts": [[2022, 4, 15]] },
        accessed: { "date-parts": [[2026, 11, 30]] },
        language: "en",
      },
      {
        id: "gazette-example-undated",
        type: "article-newspaper",
        title: "Bridge closed after flood",
        "container-title": "The Gazette",
        URL: "https://www.gazette.example/2022/bridge?id=7&part=2#top",
        accessed: { "date-parts": [[2026, 11, 30]] },
      },
    ]);
  });

  test("a title with braces and backslashes is read back as it is", () => {
    const [item] = JSON.parse(writeCslJson([cited({ title: HOSTILE_TITLES.latex })]));
    expect(item.title).toBe(HOSTILE_TITLES.latex);
  });
});

describe("whatever texts and addresses an article has", () => {
  const article = fc
    .record({
      title: fc.string({ unit: "binary", maxLength: 60 }),
      name: fc.string({ unit: "binary", maxLength: 20 }),
      path: fc.string({ unit: "binary", maxLength: 40 }),
    })
    .map(({ title, name, path }) =>
      cited({
        title,
        outlet: { name, domain: "a.example" },
        url: `https://a.example/${path}`,
      }),
    );

  test("BibTeX closes each brace that it opens, and no line break ends a field", () => {
    fc.assert(
      fc.property(article, (one) => {
        const file = writeBibtex([one]);
        let [depth, least] = [0, 0];
        for (const character of file) {
          if (character === "{") depth += 1;
          if (character === "}") depth -= 1;
          least = Math.min(least, depth);
        }
        expect({ depth, least }).toEqual({ depth: 0, least: 0 });
        expect(file.trimEnd().split(/[\r\n\u0085\u2028\u2029]/)).toHaveLength(10);
      }),
    );
  });

  test("RIS has its nine fields and no other line", () => {
    fc.assert(
      fc.property(article, (one) => {
        expect(writeRis([one]).split(/[\r\n\u0085\u2028\u2029]+/)).toHaveLength(10);
      }),
    );
  });
});
