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
    expect(edit.mock.calls).toEqual([[GAZETTE, { name: "The Coast", domain: "coast.example" }]]);
  });

  test("keeps the name where none is typed", () => {
    const { edit, save } = form();
    save("", "coast.example");
    expect(edit.mock.calls[0]?.[1]).toEqual({ name: "Gazette", domain: "coast.example" });
  });

  test.each([
    ["no site", "Enter a site’s name such as example.com."],
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
