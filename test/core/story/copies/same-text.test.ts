import { describe, expect, test } from "vitest";
import { DAY } from "../../../../core/durations.ts";
import type { CopyText } from "../../../../core/story/copies/fingerprint.ts";
import { isSameText } from "../../../../core/story/copies/near-copies.ts";

const LEAD =
  "The harbour bridge in Port Elwyn was closed on Monday after engineers found cracks in two piers, mayor Ada Quill said.";

const GAZETTE = { name: "The Gazette", domain: "gazette.example" };
const COURIER = { name: "The Courier", domain: "courier.example" };

function text(title: string, days: number | null, more: Partial<CopyText> = {}): CopyText {
  return {
    title,
    excerpt: LEAD,
    published: days === null ? null : days * DAY,
    outlet: GAZETTE,
    ...more,
  };
}
const courier = { outlet: COURIER };

describe("two outlets' articles with one text are one", () => {
  test("under headlines that agree, within days", () => {
    const a = text("Cracks close Port Elwyn harbour bridge", 0);
    expect(isSameText(a, text("Harbour bridge in Port Elwyn shut by engineers", 1, courier))).toBe(
      true,
    );
  });

  test("under headlines that agree, five days apart and no longer", () => {
    const a = text("Cracks close Port Elwyn harbour bridge", 0);
    const isCopyAt = (days: number) =>
      isSameText(a, text("Harbour bridge in Port Elwyn shut by engineers", days, courier));
    expect([isCopyAt(4.9), isCopyAt(5.1)]).toEqual([true, false]);
  });

  test("under the same headline at any time", () => {
    const a = text("Cracks close Port Elwyn harbour bridge", 0);
    expect(isSameText(a, text("Cracks Close Port Elwyn Harbour Bridge", 8, courier))).toBe(true);
  });
});

describe("but not", () => {
  test("under headlines that share little", () => {
    const a = text("Cracks close Port Elwyn harbour bridge", 0);
    expect(isSameText(a, text("Mayor Ada Quill on the harbour ferry strike", 1, courier))).toBe(
      false,
    );
  });

  test("weeks apart under other words", () => {
    const a = text("Port Elwyn harbour bridge now open in the north", 0);
    expect(
      isSameText(a, text("Port Elwyn harbour bridge now open in the centre", 49, courier)),
    ).toBe(false);
  });

  test("at an unknown time under other words", () => {
    const a = text("Cracks close Port Elwyn harbour bridge", null);
    expect(isSameText(a, text("Harbour bridge in Port Elwyn shut by engineers", 1, courier))).toBe(
      false,
    );
  });

  test("when their headlines differ in a month", () => {
    const a = text("Port Elwyn harbour bridge in May", 0);
    expect(isSameText(a, text("Port Elwyn harbour bridge in June", 1, courier))).toBe(false);
  });

  test("when the text has nothing of the headlines: it describes the outlets", () => {
    const excerpt =
      "Get the latest news, sport, weather and opinion from the valley, your local newspaper since 1884.";
    const a = text("Cracks close Port Elwyn harbour bridge", 0, { excerpt });
    expect(
      isSameText(a, text("Cracks close Port Elwyn harbour bridge", 0, { excerpt, ...courier })),
    ).toBe(false);
  });

  test("when the text is too short", () => {
    const a = text("Harbour bridge closed", 0, { excerpt: "Harbour bridge closed" });
    expect(isSameText(a, { ...a, outlet: COURIER })).toBe(false);
  });
});

describe("one outlet's articles with one text are one", () => {
  test("when it is published again within a day under nearly the same headline", () => {
    const a = text("Cracks close Port Elwyn harbour bridge", 0);
    expect(isSameText(a, text("Cracks shut Port Elwyn harbour bridge", 0.2))).toBe(true);
  });

  test("but not days later, since that is the next part of a series", () => {
    const a = text("Port Elwyn harbour bridge closed to cars", 0);
    expect(isSameText(a, text("Port Elwyn harbour bridge closed to trucks", 7))).toBe(false);
  });
});
