// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { readPage } from "../../../platform/content-script/read-page.ts";
import { ARTICLE_PAGES } from "../../fixtures/pages/article-pages.ts";
import { documentOf } from "../../fixtures/pages/kinds-of-pages.ts";
import { OTHER_PAGES } from "../../fixtures/pages/other-pages.ts";

describe("recognised as an article:", () => {
  test.each(ARTICLE_PAGES)("$kind", (page) => {
    expect(readPage(documentOf(page), page.address).statement).not.toBeNull();
  });
});

describe("not recognised as an article, and none of its text is passed on:", () => {
  test.each(OTHER_PAGES)("$kind", (page) => {
    expect(readPage(documentOf(page), page.address).statement).toBeNull();
  });
});
