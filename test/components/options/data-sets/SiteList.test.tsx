// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { SiteList } from "../../../../components/options/data-sets/SiteList.tsx";
import { show, textOf, textsOf } from "../../kit/english.tsx";

const patterns = (count: number) =>
  Array.from({ length: count }, (_, i) => `*://*.site-${i + 1}.example/*`);

describe("the sites that are asked for", () => {
  test("are all there when they are few", () => {
    const place = show(<SiteList patterns={patterns(2)} />);
    expect(textsOf(place, "li")).toEqual(["site-1.example", "site-2.example"]);
    expect(place.querySelector("details")).toBeNull();
  });

  test("are shown in their own letters where these cannot be taken for others", () => {
    const sites = ["*://*.xn--bcher-kva.example/*", "*://*.xn--80ak6aa92e.example/*"];
    const place = show(<SiteList patterns={sites} />);
    expect(textsOf(place, "li")).toEqual(["bücher.example", "xn--80ak6aa92e.example"]);
  });

  test("are a few at first, the others on request", () => {
    const place = show(<SiteList patterns={patterns(8)} />);
    expect(textsOf(place, "li").length).toBe(5);
    expect(textOf(place.querySelector("summary"))).toBe("and 3 more");
    expect(place.querySelector("details")?.open).toBe(false);
    expect(textOf(place.querySelector("details section"))).toBe(
      "site-6.example site-7.example site-8.example",
    );
  });
});
