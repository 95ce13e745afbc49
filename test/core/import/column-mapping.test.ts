import { describe, expect, test } from "vitest";
import { BRIDGE, FERRY } from "./invented-articles.ts";
import { file, readAll, readOne } from "./reading.ts";

describe("the column mapping", () => {
  const objects = [
    { meta: { head: "Ferry returns" }, where: FERRY, points: 3 },
    { meta: { head: "Bridge closes" }, where: BRIDGE, points: 4 },
  ];
  const columns = { title: "meta.head", url: "where", quality: "points" };
  const titles = ["Ferry returns", "Bridge closes"];

  test.each([
    ["JSON", JSON.stringify(objects)],
    ["an object with a list", JSON.stringify({ found: objects })],
    ["JSON Lines", objects.map((one) => JSON.stringify(one)).join("\n")],
  ])("reaches the fields of %s, also those inside others", async (_, text) => {
    const asked = await readOne("x", text);
    expect(asked.records).toEqual([]);
    expect(asked.columns).toMatchObject([
      {
        header: ["meta.head", "where", "points"],
        sample: [
          ["Ferry returns", FERRY, "3"],
          ["Bridge closes", BRIDGE, "4"],
        ],
        guess: { title: 0, url: 1 },
      },
    ]);
    const given = await readOne("x", text, { columns });
    expect(given.records.map(({ title, quality }) => [title, quality])).toEqual([
      [titles[0], 3],
      [titles[1], 4],
    ]);
    const header = asked.columns[0]?.header ?? [];
    const chosen = await readOne("x", text, {
      tables: [{ header, columns: { title: 0, url: 1 } }],
    });
    expect(chosen.records.map(({ title }) => title)).toEqual(titles);
    expect(chosen.unused).toEqual(["points"]);
  });

  test("takes precedence over known names, also in a record with our names", async () => {
    const records = [
      {
        title: "Old title",
        headline: "Ferry returns",
        webUrl: FERRY,
        type: "video",
        provider: { name: "The Paper", domain: "paper.example" },
      },
    ];
    const read = await readOne("x", JSON.stringify(records), { columns: { title: "headline" } });
    expect(read.records).toMatchObject([
      { title: "Ferry returns", type: "video", provider: { name: "The Paper" } },
    ]);
    expect(read.unused).toEqual(["title"]);
  });

  test("is not asked for where no field holds addresses, or among other files", async () => {
    const people = JSON.stringify([{ name: "A Writer", age: 30 }]);
    expect((await readOne("x", people)).columns).toEqual([]);
    const { columns, rejected } = await readAll([
      file("set/a.json", JSON.stringify([{ name: "A Writer", page: "https://a.example/" }])),
    ]);
    expect({ columns, rejected }).toEqual({ columns: [], rejected: 1 });
  });
});
