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
  ["3/27/2024", "2024-03-27T00:00:00Z"],
  ["27/3/2024", "2024-03-27T00:00:00Z"],
  ["27/03/2024, 08:30", "2024-03-27T08:30Z"],
  ["27/03/2024T08:30", "2024-03-27T08:30Z"],
  ["27/03/2024 8:30 PM", "2024-03-27T20:30:00.000Z"],
  ["27/03/2024 12:30 a.m.", "2024-03-27T00:30:00.000Z"],
  ["27/03/2024 12:30 p.m.", "2024-03-27T12:30:00.000Z"],
  ["27/03/2024 8:30:15.5 pm", "2024-03-27T20:30:15.500Z"],
  ["2024/03/27", "2024-03-27T00:00:00Z"],
  ["2024/3/7 08:30", "2024-03-07T08:30Z"],
  ["20240327T083015", "2024-03-27T08:30:15Z"],
  ["19991231", "1999-12-31T00:00:00Z"],
  ["-171152820", "1964-07-30T01:33:00.000Z"],
  ["1711528200.5", "2024-03-27T08:30:00.500Z"],
  ["Mar. 27 2024", "2024-03-27T00:00:00.000Z"],
  ["March 1st, 2024", "2024-03-01T00:00:00.000Z"],
  ["March 2nd, 2024", "2024-03-02T00:00:00.000Z"],
  ["March 3rd, 2024", "2024-03-03T00:00:00.000Z"],
  ["March 27th 2024, 08:30", "2024-03-27T08:30:00.000Z"],
  ["27 de marzo de 2024", "2024-03-27T00:00:00.000Z"],
  ["Wed, 27 Mar 2024", "2024-03-27T00:00:00.000Z"],
  ["27. März 2024", "2024-03-27T00:00:00.000Z"],
  ["2024-03-27T08:30:00 EST", "2024-03-27T13:30:00.000Z"],
  ["2024-12-27 08:30 cet", "2024-12-27T07:30:00.000Z"],
  [" 2024-03-27 ", "2024-03-27T00:00:00Z"],
  ["2024-03-27".padEnd(80, " "), "2024-03-27T00:00:00Z"],
])("%s is read as %s", (cell, time) => {
  expect(read(cell)).toBe(time);
});

test.each([
  ...["03/10/2024", "2024", "2024-03", "2024-02-30", "20241340", "yesterday", "12:30 AM", ""],
  ...[
    "27/03-2024",
    "27/03/20245",
    "x27/03/2024",
    "March 2024",
    "in March 27, 2024x",
    "27/03/2024 am",
  ],
  ...["18991231", "99/99/2024", "2024/3/123", "12345678"],
  `27 Mar 2024${" ".repeat(60)}x`,
])("%s is returned unchanged", (cell) => {
  expect(read(cell)).toBe(cell);
});

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

  test("is not shown by a day up to 12, nor by other text", () => {
    const times = new TableTimes();
    for (const cell of ["12/12/2024", "13.01.2024", "on 13/01/2024", "", "2024-13-01"])
      times.learn(cell);
    expect(times.read("03/04/2024", "")).toBe("03/04/2024");
  });

  test("stays as it was shown, however often", () => {
    const times = new TableTimes();
    for (const cell of ["13/01/2024", " 14/01/2024 "]) times.learn(cell);
    expect(times.read("03-04-2024", "")).toBe("2024-04-03T00:00:00Z");
  });

  test("is unknown where a column has both, except in dates that show it", () => {
    expect(inOrder("03/27/2024", "27/03/2024", "03/04/2024", "03/28/2024").slice(2)).toEqual([
      "03/04/2024",
      "2024-03-28T00:00:00Z",
    ]);
  });
});
