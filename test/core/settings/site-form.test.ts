import { expect, test } from "vitest";
import { MAX_SITE_FORMS, withSiteForm, withSiteForms } from "../../../core/settings/site-form.ts";

test("a site has the form in which the sidebar was left last, and comes first", () => {
  const forms = withSiteForm([{ site: "a.example", form: "open" }], {
    site: "b.example",
    form: "tab",
  });
  expect(withSiteForm(forms, { site: "a.example", form: "closed" })).toEqual([
    { site: "a.example", form: "closed" },
    { site: "b.example", form: "tab" },
  ]);
});

test("the site of the longest ago is forgotten beyond 1000", () => {
  const forms = Array.from({ length: MAX_SITE_FORMS }, (_, i) => ({
    site: `s${i}.example`,
    form: "closed" as const,
  }));
  const next = withSiteForm(forms, { site: "new.example", form: "tab" });
  expect(next).toHaveLength(1000);
  expect(next.at(-1)).toEqual({ site: "s998.example", form: "closed" });
});

test("forms that come back stand after those that are there, and change none of them", () => {
  const there = { site: "a.example", form: "open" } as const;
  const other = { site: "b.example", form: "tab" } as const;
  expect(withSiteForms([there], [{ ...there, form: "closed" }, other])).toEqual([there, other]);
  const many = Array.from({ length: MAX_SITE_FORMS }, (_, i) => ({
    ...other,
    site: `s${i}.example`,
  }));
  expect(withSiteForms(many, [there])).toHaveLength(1000);
});
