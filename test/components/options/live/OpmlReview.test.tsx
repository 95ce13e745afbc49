// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import type { OpmlReading } from "../../../../core/outlets/opml.ts";
import { button, click, submit, textOf, textsOf } from "../../kit/english.tsx";
import { live } from "./live-states.tsx";

const entry = (name: string) => ({
  name,
  domains: [`${name.toLowerCase()}.example`],
  feed: `https://${name.toLowerCase()}.example/rss`,
  country: "",
  language: "",
});
const ECHO = entry("Echo");
const DAWN = entry("Dawn");

function review(reading: Partial<OpmlReading> = {}, isCut = false) {
  const whole = { outlets: [ECHO, DAWN], known: 0, unusable: 0, beyond: 0, ...reading };
  return live([], { panel: { kind: "opml", name: "feeds.opml", reading: whole, isCut } });
}

test("a file's feeds are summarised: how many are new, known, and unusable", () => {
  const { place } = review({ known: 1, unusable: 3 });
  expect(textOf(place.querySelector(".panel h3"))).toBe("Feeds in “feeds.opml”");
  expect(textOf(place.querySelector(".panel h3 + p"))).toBe(
    "2 new feeds, 1 already there, 3 that cannot be used",
  );
  expect(textsOf(place, ".outlet-choices li")).toEqual(["Echoecho.example", "Dawndawn.example"]);
});

test("a feed's site is shown beside its name, which the file may have made up", () => {
  const { place } = review({ outlets: [{ ...ECHO, name: "BBC News", language: "en" }] });
  expect(textsOf(place, ".outlet-choices li")).toEqual(["BBC Newsecho.example · English"]);
});

test("feeds beyond the limit of outlets are reported as such", () => {
  const { place } = review({ beyond: 12 });
  expect(textOf(place.querySelector(".panel h3 + p"))).toBe(
    "2 new feeds, 12 more than the 1,000 that can be picked",
  );
});

test("a file that ends too early is reported as incomplete", () => {
  expect(textsOf(review({}, true).place, ".panel h3 + p + .error")).toEqual([
    "The file ends too early or is damaged. These are only the feeds that could be read.",
  ]);
  expect(textsOf(review().place, ".panel h3 + p + .error")).toEqual([]);
});

describe("what is new", () => {
  test("is added by one click", () => {
    const { place, add } = review();
    submit(button(place, "Add 2 outlets"));
    expect(add.mock.calls).toEqual([[[ECHO, DAWN]]]);
  });

  test("is added except for what was unticked", () => {
    const { place, add } = review();
    const box = place.querySelector<HTMLInputElement>(".outlet-choices input");
    if (box !== null) click(box);
    submit(button(place, "Add 1 outlet"));
    expect(add.mock.calls).toEqual([[[DAWN]]]);
  });

  test("may be nothing: then there is nothing to add", () => {
    const { place, closePanel } = review({ outlets: [], known: 4 });
    expect(textOf(place.querySelector(".panel h3 + p"))).toBe("0 new feeds, 4 already there");
    click(button(place, "Close"));
    expect(closePanel).toHaveBeenCalledTimes(1);
  });
});

test("more than can be picked are not added", () => {
  const many = Array.from({ length: 1001 }, (_, i) => entry(`Outlet${i}`));
  const { place } = review({ outlets: many });
  expect(textsOf(place, ".panel [role=alert]")).toEqual(["At most 1,000 outlets can be picked."]);
  expect(button(place, "Add 1,001 outlets").disabled).toBe(true);
});
