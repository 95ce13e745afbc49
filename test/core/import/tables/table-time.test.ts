import { describe, expect, test } from "vitest";
import { TableTimes } from "../../../../core/import/tables/table-time.ts";

const read = (cell: string, timeOfDay = "") => new TableTimes().read(cell, timeOfDay);

test.each([
  ["2024-03-27", "2024-03-27T00:00:00Z"],
  ["2024-03-27 08:30:15.123456+00:00", "2024-03-27T08:30:15.123456+00:00"],
  ["2024-03-27 08:30:00 UTC", "2024-03-27T08:30:00.000Z"],
  ["2024/3/27 08:30", "2024-03-27T08:30Z"],
  ["20240327", "2024-03-27T00:00:00Z"],
  ["20240327T083015Z", "2024-03-27T08:30:15Z"],
  ["20240327083015", "2024-03-27T08:30:15Z"],
  ["1711528200", "2024-03-27T08:30:00.000Z"],
  ["27-Mar-2024", "2024-03-27T00:00:00.000Z"],
  ["March 27, 2024", "2024-03-27T00:00:00.000Z"],
  ["Mar 27, 2024 8:30 PM EST", "2024-03-28T01:30:00.000Z"],
  ["27 mars 2024", "2024-03-27T00:00:00.000Z"],
  ["27/03/2024 08:30:00", "2024-03-27T08:30:00Z"],
  ["03-27-2024", "2024-03-27T00:00:00Z"],
])("%s is read as %s", (cell, time) => {
  expect(read(cell)).toBe(time);
});

test.each(["03/10/2024", "2024", "2024-03", "2024-02-30", "20241340", "yesterday", "12:30 AM", ""])(
  "%s is returned unchanged",
  (cell) => {
    expect(read(cell)).toBe(cell);
  },
);

test.each(["27.03.2024", "Wed, 27 Mar 2024 08:30:00 GMT"])(
  "%s is left for the record's reader to repair and report",
  (cell) => {
    expect(read(cell)).toBe(cell);
  },
);

describe("a time of day in a column of its own", () => {
  test.each([
    ["2024-03-27", "08:30", "2024-03-27T08:30Z"],
    ["2024-03-27", "12:05 AM", "2024-03-27T00:05:00.000Z"],
    ["27-Mar-2024", "8:30 p.m.", "2024-03-27T20:30:00.000Z"],
    ["03/27/2024", "7:00 AM EST", "2024-03-27T12:00:00.000Z"],
  ])("%s and %s are %s", (cell, timeOfDay, time) => {
    expect(read(cell, timeOfDay)).toBe(time);
  });

  test("is not needed where the day has one, and no other text is joined", () => {
    expect(read("2024-03-27T08:30:00Z", "09:00")).toBe("2024-03-27T08:30:00Z");
    expect(read("2024-03-27", "morning")).toBe("2024-03-27T00:00:00Z");
  });
});

describe("the order of day and month", () => {
  const inOrder = (...cells: string[]) => {
    const times = new TableTimes();
    return cells.map((cell) => times.read(cell, ""));
  };

  test("is shown by a day above 12, for the cells after it", () => {
    expect(inOrder("03/04/2024", "03/27/2024", "03/04/2024")).toEqual([
      "03/04/2024",
      "2024-03-27T00:00:00Z",
      "2024-03-04T00:00:00Z",
    ]);
    expect(inOrder("27/03/2024", "03/04/2024")[1]).toBe("2024-04-03T00:00:00Z");
  });

  test("may be learnt before", () => {
    const times = new TableTimes();
    times.learn("13/01/2024");
    expect(times.read("03/04/2024", "")).toBe("2024-04-03T00:00:00Z");
  });

  test("is unknown where a column has both, except in dates that show it", () => {
    expect(inOrder("03/27/2024", "27/03/2024", "03/04/2024", "03/28/2024").slice(2)).toEqual([
      "03/04/2024",
      "2024-03-28T00:00:00Z",
    ]);
  });
});
