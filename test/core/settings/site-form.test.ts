import { expect, test } from "vitest";
import { MAX_SITE_FORMS, withSiteForm } from "../../../core/settings/site-form.ts";

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
