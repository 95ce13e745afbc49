// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { SiteFormsSection } from "../../../components/options/SiteFormsSection.tsx";
import type { SiteForm } from "../../../core/settings/site-form.ts";
import { button, click, show, textsOf } from "../kit/english.tsx";
import { FakeBackground } from "../kit/fake-background.ts";
import { settle } from "../kit/run-hook.tsx";

async function section(forms: readonly SiteForm[]) {
  const background = new FakeBackground();
  background.answers["siteForms.list"] = forms;
  const place = show(<SiteFormsSection send={background.send} />);
  await settle(() => undefined);
  return { place, background };
}

test("lists how the sidebar was left on each site", async () => {
  const { place } = await section([
    { site: "a.example", form: "closed" },
    { site: "b.example", form: "tab" },
    { site: "xn--bcher-kva.example", form: "open" },
  ]);
  expect(textsOf(place, "li > span")).toEqual([
    "a.example: closed",
    "b.example: collapsed to its tab",
    "bücher.example: open",
  ]);
});

test("forgets a site at a click", async () => {
  const { place, background } = await section([
    { site: "a.example", form: "closed" },
    { site: "b.example", form: "tab" },
  ]);
  background.answers["siteForms.remove"] = [{ site: "b.example", form: "tab" }];
  const forget = button(place, "Forget");
  expect(forget.getAttribute("aria-label")).toBe("Forget how the sidebar was left on a.example");
  await settle(() => click(forget));
  expect(background.of("siteForms.remove")).toEqual([
    { type: "siteForms.remove", sites: ["a.example"] },
  ]);
  expect(textsOf(place, "li > span")).toEqual(["b.example: collapsed to its tab"]);
});

test("is not there where the sidebar was never touched", async () => {
  const { place } = await section([]);
  expect(place.querySelector("section")).toBeNull();
});
