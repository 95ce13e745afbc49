// @vitest-environment happy-dom

import { describe, expect, test } from "vitest";
import { PublishedSection } from "../../../../components/options/published/PublishedSection.tsx";
import type { PublishedPanel } from "../../../../components/options/published/published-actions.ts";
import { DAY } from "../../../../core/durations.ts";
import type {
  PublishedPreview,
  PublishedSets,
} from "../../../../core/protocol/published-status.ts";
import type { PublishedManifest } from "../../../../core/published/published-manifest.ts";
import { aFile, aManifest } from "../../../fixtures/published.ts";
import {
  button,
  choose,
  click,
  field,
  show,
  submit,
  textOf,
  textsOf,
  type,
} from "../../kit/english.tsx";
import { notedPublishedActions, published } from "./published-states.ts";

const ADDRESS = "https://data.example/harbour/manifest.json";

function section(panel: PublishedPanel | null, sets: Partial<PublishedSets> = {}) {
  const actions = notedPublishedActions();
  const all = { sets: [], canSubscribe: true, ...sets };
  const place = show(<PublishedSection published={all} panel={panel} actions={actions} />);
  return { place, actions };
}

function addressPanel(
  fields: Partial<Extract<PublishedPanel, { kind: "address" }>> = {},
): PublishedPanel {
  return { kind: "address", typed: "", isLooking: false, trouble: null, ...fields };
}

function preview(manifest: PublishedManifest, fields: Partial<PublishedPreview> = {}) {
  const shown = { address: ADDRESS, manifest, fingerprint: "21fe 31df", isSubscribed: false };
  return section({ kind: "preview", preview: { ...shown, ...fields } });
}

describe("the list", () => {
  test("offers to add a data set, and where nothing can be kept says why not", () => {
    const { place, actions } = section(null);
    click(button(place, "Add a published data set…"));
    expect(actions.open.mock.calls).toHaveLength(1);
    const other = section(null, { canSubscribe: false }).place;
    expect(button(other, "Add a published data set…").disabled).toBe(true);
    expect(textOf(other)).toContain("This window keeps nothing");
  });

  test("shows in place of one that was removed that it was, and brings it back", () => {
    const removed = published({ removedAt: 1 });
    const { place, actions } = section(null, { sets: [removed] });
    expect(textOf(place.querySelector(".deleted-data-set p"))).toBe(
      "“Harbour News” has been removed.",
    );
    expect(textsOf(place, "[role=log] p")).toEqual(["“Harbour News” has been removed."]);
    click(button(place, "Undo"));
    expect(actions.restore.mock.calls).toEqual([[removed.id]]);
  });
});

describe("the form for the address", () => {
  test("asks what there is at the address that was typed", () => {
    const { place, actions } = section(addressPanel());
    type(field(place, "Its web address"), "data.example/harbour");
    submit(button(place, "Show what it offers"));
    expect(actions.requestPreview.mock.calls).toEqual([["data.example/harbour"]]);
  });

  test("waits for the publisher, and can be closed meanwhile", () => {
    const { place, actions } = section(addressPanel({ typed: ADDRESS, isLooking: true }));
    expect(button(place, "Show what it offers").disabled).toBe(true);
    expect(textOf(place.querySelector(".progress"))).toBe("Asking the publisher what there is…");
    click(button(place, "Cancel"));
    expect(actions.close.mock.calls).toHaveLength(1);
  });

  test("says what is wrong until the address is changed", () => {
    const trouble = { kind: "refused", refusal: { code: "web-page" } } as const;
    const { place } = section(addressPanel({ typed: ADDRESS, trouble }));
    const input = field(place, "Its web address");
    expect(textOf(place.querySelector("[role=alert]"))).toBe(
      "A web page came instead: the log-in page of a network, or a wrong address.",
    );
    expect(input.getAttribute("aria-invalid")).toBe("true");
    type(input, `${ADDRESS}x`);
    expect(textOf(place.querySelector("[role=alert]"))).toBe("");
  });

  test("says that the permission was refused", () => {
    const { place } = section(addressPanel({ typed: ADDRESS, trouble: "refused-access" }));
    expect(textOf(place.querySelector("[role=alert]"))).toBe(
      "The permission was not given; nothing has changed.",
    );
  });
});

describe("the preview", () => {
  test("tells what it is, who publishes it, and which outlets it has articles of", () => {
    const { place } = preview(aManifest());
    expect(textOf(place.querySelector(".panel h3"))).toBe("Harbour News");
    expect(textsOf(place, "dl > div")).toEqual([
      "Sitedata.example",
      "Publisher’s key21fe 31df",
      "LicenceCC BY 4.0",
      "Sourcehttps://data.example/",
      "DatesNov 30, 2026",
      "Version7",
      "PublishedNov 30, 2026, 4:00 AM",
      "Valid untilDec 30, 2026",
    ]);
    expect(textOf(place.querySelector("details summary"))).toBe("Has articles of: 1 outlet");
  });

  test("of a single file has no languages to choose from", () => {
    const { place, actions } = preview(aManifest({ files: [aFile("a")] }));
    expect(place.querySelector("fieldset")).toBeNull();
    expect(textOf(place.querySelector("[role=status]"))).toBe("To copy: 1 kB (10 articles)");
    submit(button(place, "Subscribe"));
    expect(actions.subscribe.mock.calls[0]?.[1]).toEqual({ languages: null, days: null });
  });

  test("of twelve languages lists each with its size, and takes those that stay chosen", () => {
    const codes = ["en", "de", "fr", "es", "ar", "it", "nl", "pl", "pt", "sv", "tr", "ja"];
    const files = codes.map((language, i) =>
      aFile(i.toString(16), { language, bytes: 1_000_000, records: 100 - i }),
    );
    const { place, actions } = preview(aManifest({ files }));
    expect(textsOf(place, ".languages label")).toHaveLength(12);
    click(field(place, "Arabic 1 MB"));
    expect(textOf(place.querySelector("[role=status]"))).toBe("To copy: 11 MB (1,038 articles)");
    submit(button(place, "Subscribe"));
    expect(actions.subscribe.mock.calls[0]?.[1]).toEqual({
      languages: codes.filter((code) => code !== "ar"),
      days: null,
    });
  });

  test("of 500 days in two languages lists two languages, and a time span", () => {
    const files = Array.from({ length: 500 }, (_, i) => {
      const day = new Date(Date.UTC(2026, 10, 30) - Math.floor(i / 2) * DAY)
        .toISOString()
        .slice(0, 10);
      return aFile("a", {
        name: `${i}`,
        partition: day,
        language: i % 2 === 0 ? "en" : "de",
        from: `${day}T00:00:00Z`,
        to: `${day}T23:00:00Z`,
        bytes: 100_000,
        records: 10,
      });
    });
    const { place, actions } = preview(aManifest({ files }));
    expect(textsOf(place, ".languages label")).toEqual(["German 25 MB", "English 25 MB"]);
    expect(textsOf(place, "option")).toEqual([
      "Everything",
      "The last 7 days",
      "The last 30 days",
      "The last 90 days",
      "The last 365 days",
    ]);
    choose(place, "30");
    click(field(place, "German 25 MB"));
    expect(textOf(place.querySelector("[role=status]"))).toBe("To copy: 3 MB (300 articles)");
    submit(button(place, "Subscribe"));
    expect(actions.subscribe.mock.calls[0]?.[1]).toEqual({ languages: ["en"], days: 30 });
  });

  test("keeps a name of any length and direction apart from the words around it", () => {
    const name = "أخبار الميناء ".repeat(7).trim();
    const { place } = preview(aManifest({ name }));
    const title = place.querySelector(".panel h3");
    expect([textOf(title), title?.getAttribute("dir")]).toEqual([name, "auto"]);
  });

  test("of a data set that the user has already says so, and cannot be submitted again", () => {
    const { place } = preview(aManifest(), { isSubscribed: true });
    expect(textOf(place.querySelector(".error"))).toBe("You have subscribed to it already.");
    expect(button(place, "Subscribe").disabled).toBe(true);
  });
});
