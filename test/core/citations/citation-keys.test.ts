import { expect, test } from "vitest";
import { citationKeys } from "../../../core/citations/citation-keys.ts";
import { cited } from "./articles.ts";

test("a key is made of outlet and day, numbered where it is taken", () => {
  const odd = cited({ published: null, outlet: { name: "?", domain: "xn--bcher_kva.example" } });
  expect(citationKeys([cited(), odd, cited(), cited()])).toEqual([
    "gazette-example-2022-04-15",
    "xn-bcher-kva-example-undated",
    "gazette-example-2022-04-15-2",
    "gazette-example-2022-04-15-3",
  ]);
});
