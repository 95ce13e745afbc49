import { expect, test } from "vitest";
import { outletWeek } from "../../../core/today/outlet-week.ts";
import { foldReprints, todayStory } from "../../../core/today/today-story.ts";
import { BRIDGE, CONTEXT } from "./articles.ts";

const shared = todayStory(foldReprints(BRIDGE), CONTEXT);
const alone = todayStory(foldReprints(BRIDGE.slice(0, 1)), CONTEXT);

test("the articles and reprints of an outlet are counted in stories that others have too", () => {
  expect(outletWeek([shared, alone], "Courier")).toEqual({ articles: 1, reprints: 0 });
  expect(outletWeek([shared, alone], "Post")).toEqual({ articles: 1, reprints: 1 });
  expect(outletWeek([alone], "Courier")).toEqual({ articles: 0, reprints: 0 });
});
