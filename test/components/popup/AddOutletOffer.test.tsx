// @vitest-environment happy-dom
import { describe, expect, test, vi } from "vitest";
import { AddOutletOffer, type OfferState } from "../../../components/popup/AddOutletOffer.tsx";
import type { OfferedFeed } from "../../../core/offer/page-offer.ts";
import { button, click, show, textOf, textsOf } from "../kit/english.tsx";

const offered = (title: string, path: string, elsewhere: string | null = null): OfferedFeed => ({
  title,
  elsewhere,
  entry: {
    name: "The Gazette",
    domains: ["gazette.example"],
    feed: `https://gazette.example${path}`,
    country: "",
    language: "en",
  },
});
const NEWS = offered("Gazette news", "/rss");
const SPORT = offered("", "/sport.xml");

function offer(feeds: readonly OfferedFeed[], state: OfferState = "open") {
  const onAdd = vi.fn<(feed: OfferedFeed) => void>();
  const place = show(
    <AddOutletOffer offer={{ name: "The Gazette", feeds }} state={state} onAdd={onAdd} />,
  );
  return { place, onAdd };
}

describe("a page with one feed", () => {
  test("offers it by the outlet's name, and picks it within the click", () => {
    const { place, onAdd } = offer([NEWS]);
    click(button(place, "Add this outlet: The Gazette (gazette.example)"));
    expect(onAdd.mock.calls).toEqual([[NEWS]]);
  });

  test("does not show its site again where that is its name", () => {
    const place = show(
      <AddOutletOffer
        offer={{ name: "gazette.example", feeds: [NEWS] }}
        state="open"
        onAdd={() => undefined}
      />,
    );
    expect(textsOf(place, "button")).toEqual(["Add this outlet: gazette.example"]);
  });

  test("shows all sites of the outlet", () => {
    const entry = { ...NEWS.entry, domains: ["gazette.example", "gazette.test"] };
    expect(textsOf(offer([{ ...NEWS, entry }]).place, "button")).toEqual([
      "Add this outlet: The Gazette (gazette.example, gazette.test)",
    ]);
  });

  test("shows its host when that is another site", () => {
    const { place } = offer([offered("All", "/", "feeds.burner.example")]);
    expect(textsOf(place, "button")).toEqual([
      "Add this outlet: The Gazette (gazette.example, feeds.burner.example)",
    ]);
  });
});

describe("a page with several feeds", () => {
  test("lets the user choose, those without a title by their address", () => {
    const { place, onAdd } = offer([NEWS, SPORT]);
    expect(textOf(place.querySelector("summary"))).toBe(
      "Add this outlet: The Gazette (gazette.example)",
    );
    expect(textsOf(place, "li")).toEqual(["Gazette news", "/sport.xml"]);
    click(button(place, "/sport.xml"));
    expect(onAdd.mock.calls).toEqual([[SPORT]]);
  });

  test("has their titles shown as text, whatever they contain", () => {
    const { place } = offer([offered("<img src=x onerror=alert(1)>", "/rss"), NEWS]);
    expect(place.querySelector("img")).toBeNull();
    expect(textOf(place.querySelector("li bdi"))).toBe("<img src=x onerror=alert(1)>");
  });
});

describe("the result is shown", () => {
  test.each<[OfferState, string]>([
    [
      "asking",
      "“The Gazette (gazette.example)” is in your list. The browser asks you for permission now.",
    ],
    [
      "allowed",
      "“The Gazette (gazette.example)” has been added. Its articles come with the first check.",
    ],
    [
      "kept-out",
      "“The Gazette (gazette.example)” is in your list, but you did not allow its site. You can do so in the options.",
    ],
  ])("once it is picked: %s", (state, said) => {
    const { place } = offer([NEWS], state);
    expect(textOf(place.querySelector("[role=status]"))).toBe(said);
    expect(place.querySelector("button")).toBeNull();
  });

  test("when it failed, and it can be tried again", () => {
    const { place, onAdd } = offer([NEWS], "failed");
    expect(textOf(place.querySelector("[role=status]"))).toMatch(/^It could not be added/);
    click(button(place, "Add this outlet: The Gazette (gazette.example)"));
    expect(onAdd).toHaveBeenCalledTimes(1);
  });
});
