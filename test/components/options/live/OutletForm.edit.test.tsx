// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { siteOf } from "../../../../core/url/site-of.ts";
import { button, click, field, submit, textOf, type } from "../../kit/english.tsx";
import { live, outlet } from "./live-states.tsx";

const GAZETTE = outlet("Gazette");

function form(told: typeof siteOf | null = siteOf) {
  const shown = live([GAZETTE], { panel: { kind: "edit", outlet: GAZETTE, siteOf: told } });
  const save = (name: string, site: string) => {
    type(field(shown.place, "Name"), name);
    type(field(shown.place, "Site"), site);
    submit(button(shown.place, "Save"));
  };
  return { ...shown, save };
}

test("an outlet's name and site are there to be changed", () => {
  const { place } = form();
  expect(textOf(place.querySelector(".panel h3"))).toBe("Name and site of “Gazette”");
  expect([field(place, "Name").value, field(place, "Site").value]).toEqual([
    "Gazette",
    "gazette.example",
  ]);
});

describe("what is saved", () => {
  test("is the name, and the site that the typed host is part of", () => {
    const { edit, save } = form();
    save(" The  Coast ", "https://www.coast.example/en");
    expect(edit.mock.calls).toEqual([[GAZETTE, { name: "The Coast", domains: ["coast.example"] }]]);
  });

  test("is several sites, separated by commas or blanks, each once", () => {
    const { edit, save } = form();
    save("Gazette", "gazette.example, www.gazette.test; gazette.test");
    expect(edit.mock.calls[0]?.[1].domains).toEqual(["gazette.example", "gazette.test"]);
  });

  test("is exactly these, also of an outlet that the list knows on others", () => {
    const { edit, save } = form();
    save("BBC", "bbc.co.uk");
    expect(edit.mock.calls[0]?.[1].domains).toEqual(["bbc.co.uk"]);
  });

  test("keeps the name where none is typed", () => {
    const { edit, save } = form();
    save("", "coast.example");
    expect(edit.mock.calls[0]?.[1]).toEqual({ name: "Gazette", domains: ["coast.example"] });
  });

  test.each([
    ["no site", "Enter a site’s name such as example.com."],
    ["gazette.example, nothing", "Enter a site’s name such as example.com."],
    ["co.uk", "Anyone can have a site under co.uk. Enter the outlet’s own site."],
  ])("is not %s", (site, said) => {
    const { place, edit, save } = form();
    save("Gazette", site);
    expect(Array.from(place.querySelectorAll(".panel [role=alert]"), textOf)).toEqual(["", said]);
    expect(edit).not.toHaveBeenCalled();
  });
});

test("nothing can be saved before the Public Suffix List is loaded", () => {
  expect(button(form(null).place, "Save").disabled).toBe(true);
});

test("it can be closed", () => {
  const { place, closePanel } = form();
  click(button(place, "Cancel"));
  expect(closePanel).toHaveBeenCalledTimes(1);
});
