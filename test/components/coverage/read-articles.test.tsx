// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import { CoverageView } from "../../../components/coverage/CoverageView.tsx";
import { answer, article, story } from "../answers.ts";
import { button, click, show, textsOf } from "../kit/english.tsx";
import { FakeBackground } from "../kit/fake-background.ts";
import { settle } from "../kit/run-hook.tsx";

const STORY = story(article("Page"), [article("Coast"), article("Wire")]);
const COAST = "https://www.coast.example/story";

let background: FakeBackground;
let place: HTMLElement;

async function open(keepsReadings: boolean) {
  place = show(
    <CoverageView
      answer={answer(STORY, { keepsReadings })}
      onRetry={() => undefined}
      onDismissNotice={() => undefined}
      onOrder={() => undefined}
      onCorrect={async () => true}
      send={background.send}
    />,
  );
  await settle(() => undefined);
}
const read = () => textsOf(place, ".card-read .outlet");

beforeEach(() => {
  background = new FakeBackground({ "readings.among": [COAST], "readings.remove": [] });
});

test("articles that were read are marked, and forgotten with one click", async () => {
  await open(true);
  expect(background.of("readings.among")).toEqual([
    { type: "readings.among", urls: [COAST, "https://www.wire.example/story"] },
  ]);
  expect(read()).toEqual(["Coast"]);
  expect(textsOf(place, ".card-read .tag")).toEqual(["Read"]);
  click(button(place, "More about the article of \u2068Coast\u2069"));
  background.answers["readings.among"] = [];
  await settle(() => click(button(place, "Forget that I read this")));
  expect(background.of("readings.remove")).toEqual([{ type: "readings.remove", urls: [COAST] }]);
  expect(read()).toEqual([]);
});

test("nothing is asked for where the user does not want it to be kept", async () => {
  await open(false);
  expect(background.requests).toEqual([]);
  expect(read()).toEqual([]);
});
