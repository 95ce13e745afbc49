// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { ReadingView } from "../../../components/readings/ReadingView.tsx";
import { useReadings } from "../../../components/readings/use-readings.ts";
import { parseSettings } from "../../../core/settings/settings.ts";
import { READING } from "../../fixtures/readings.ts";
import { button, click, NOW, show, textOf, textsOf } from "../kit/english.tsx";
import { FakeBackground } from "../kit/fake-background.ts";
import { settle } from "../kit/run-hook.tsx";

const WIRE = {
  ...READING,
  ...{ url: "https://wire.example/cheese", title: "Cheese recalled", outlet: "Wire" },
  ...{ domain: "wire.example", story: [7], at: READING.at + 1 },
};

const download = vi.fn<(file: Blob, name: string) => void>();
const showToast = vi.fn();
let background: FakeBackground;
let place: HTMLElement;

function View() {
  const kept = useReadings(background.send, showToast);
  const deps = {
    download,
    now: () => NOW,
    loadStarterList: async () => ({ writtenDown: "2026-11-30", outlets: [] }),
  };
  const outlets = [
    { name: "Wire", domains: ["wire.example"], country: "NO", language: "nb" },
  ] as const;
  return <ReadingView deps={deps} outlets={outlets} kept={kept} />;
}

async function open(isKept: boolean, readings = [READING, WIRE]) {
  background = new FakeBackground({
    "readings.list": { readings, isKept },
    "readings.remove": ({ urls }) => (urls === null ? [] : [WIRE]),
    "readings.add": readings,
    "settings.change": ({ change }) => parseSettings(change),
  });
  place = show(<View />);
  await settle(() => undefined);
}

beforeEach(() => {
  download.mockClear();
  showToast.mockClear();
});

test("what is read is not remembered until the user wants that", async () => {
  await open(false, []);
  expect(textsOf(place, "h2")).toEqual(["What you read is not remembered"]);
  await settle(() => click(button(place, "Remember what I read from now on")));
  expect(background.of("settings.change")).toEqual([
    { type: "settings.change", change: { keepsReadings: true } },
  ]);
  expect(textsOf(place, "h2")).toEqual(["Nothing read yet"]);
  await settle(() => click(button(place, "Stop")));
  expect(textsOf(place, "h2")).toEqual(["What you read is not remembered"]);
});

describe("the balance", () => {
  beforeEach(() => open(true));

  test("says what was read, and which stories in one outlet only", () => {
    expect(textOf(place.querySelector(".balance-head"))).toBe("You have read 2 articles.");
    expect(textsOf(place, ".shares").slice(0, 3)).toEqual([
      "OutletsHarbour Courier1 · 50%Wire1 · 50%",
      "CountriesNorway1 · 50%Unknown1 · 50%",
      "LanguagesNorwegian Bokmål1 · 50%Unknown1 · 50%",
    ]);
    expect(textOf(place.querySelector(".one-sided h2"))).toBe(
      "Read in one outlet only: 2 of 2 stories that several outlets have",
    );
  });

  test("forgets one article, and all with one click, with an undo", async () => {
    await settle(() => click(button(place, "Forget")));
    expect(background.of("readings.remove")).toEqual([
      { type: "readings.remove", urls: [WIRE.url] },
    ]);
    await settle(() => click(button(place, "Delete all of this")));
    expect(background.of("readings.remove").at(-1)).toEqual({
      type: "readings.remove",
      urls: null,
    });
    expect(place.querySelector(".balance")).toBeNull();
    const { message, undo } = showToast.mock.calls.at(-1)?.[0] ?? {};
    expect(message).toBe("1 article is no longer remembered as read.");
    await settle(() => undo());
    expect(background.of("readings.add")).toEqual([{ type: "readings.add", readings: [WIRE] }]);
  });

  test("is saved as a table or as JSON, named for the day", async () => {
    click(button(place, "Save as CSV"));
    click(button(place, "Save as JSON"));
    expect(download.mock.calls.map(([, name]) => name)).toEqual([
      "second-source-reading-2026-04-15.csv",
      "second-source-reading-2026-04-15.json",
    ]);
    const [csv] = download.mock.calls[0] ?? [];
    expect(await csv?.text()).toContain(",Wire,wire.example,NO,nb,,https://wire.example/cheese");
  });
});
