// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { SitesOffSection } from "../../../components/options/SitesOffSection.tsx";
import { button, click, enter, show, textOf, textsOf } from "../kit/english.tsx";

function section(sites: readonly string[] = []) {
  const onSite = vi.fn<(site: string, on: boolean) => void>();
  return { place: show(<SitesOffSection sites={sites} onSite={onSite} />), onSite };
}

describe("a site to switch off", () => {
  test.each([
    ["example.com", "example.com"],
    [" Example.COM ", "example.com"],
    ["www.example.com", "example.com"],
    ["https://www.example.com/a?b#c", "example.com"],
    ["HTTP://example.com:8080", "example.com"],
    ["news.example.co.uk", "news.example.co.uk"],
    ["example.com.", "example.com"],
    ["bücher.example", "xn--bcher-kva.example"],
  ])("is accepted as it is typed or pasted: %j", (typed, site) => {
    const { place, onSite } = section();
    enter(place, typed);
    expect(onSite.mock.calls).toEqual([[site, false]]);
    expect(place.querySelector<HTMLInputElement>("input[type=text]")?.value).toBe("");
  });

  test.each([
    "",
    "example",
    "two words",
    "localhost",
    "a..example",
    "ftp://example.com",
    "javascript:alert(1)",
    "*.example.com",
    "exam*ple.com",
    "a.example,b.example",
    "[::1]",
  ])("is refused when it is not a site: %j", (typed) => {
    const { place, onSite } = section();
    enter(place, typed);
    expect(onSite).not.toHaveBeenCalled();
    expect(textOf(place.querySelector("[role=alert]"))).toBe(
      "Enter a site’s name such as example.com.",
    );
    expect(place.querySelector("input[type=text]")?.getAttribute("aria-invalid")).toBe("true");
  });

  test("clears the error once it is valid", () => {
    const { place } = section();
    enter(place, "nonsense");
    enter(place, "example.com");
    expect(textOf(place.querySelector("[role=alert]"))).toBe("");
  });
});

describe("the sites that are switched off", () => {
  test("are listed, and can be switched on", () => {
    const { place, onSite } = section(["a.example", "b.example"]);
    expect(textsOf(place, ".sites li")).toHaveLength(2);
    const second = place.querySelectorAll<HTMLElement>(".sites li")[1];
    click(button(second ?? place, "Show again"));
    expect(onSite.mock.calls).toEqual([["b.example", true]]);
  });

  test("are shown as none", () => {
    expect(textOf(section().place)).toContain("None. Use “Hide on this site”");
  });
});
