import { beforeAll, describe, expect, test } from "vitest";
import { OptionsPage } from "../../harness/options-page.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { RECORD } from "../data-sets/harbour.ts";
import { useFolder } from "../own-folder.ts";
import { click, useBrowser } from "../session.ts";

const session = useBrowser(() => ({ body: standInPage({ title: "A story", site: "An outlet" }) }), {
  asksPermissions: true,
});
const { file } = useFolder();

let options: OptionsPage;
beforeAll(async () => {
  options = await OptionsPage.open(session.browser);
  await options.page.setViewport({ width: 360, height: 740 });
  await options.add("An_unbroken_name".repeat(6), [file("long.json", JSON.stringify(RECORD))]);
  await options.waitForToast("has been added");
});

/** How the element with the focus is outlined. */
const outline = () =>
  options.view.run((document) =>
    document.activeElement === null
      ? ""
      : `${document.activeElement.localName} ${getComputedStyle(document.activeElement).outlineStyle}`,
  );
const widthBeyond = () =>
  options.view.run(
    ({ documentElement }) => documentElement.scrollWidth - documentElement.clientWidth,
  );

describe("the options in a narrow window", () => {
  test("show all formats of an export", async () => {
    const groups = await options.view.run((document) => {
      for (const details of document.querySelectorAll("details")) details.open = true;
      const { clientWidth } = document.documentElement;
      return Array.from(document.querySelectorAll(".export"), (group) =>
        Array.from(group.querySelectorAll("button"), (button) => {
          const { left, right } = button.getBoundingClientRect();
          const isCut = button.scrollWidth > button.clientWidth;
          return { label: button.innerText, isWhole: left >= 0 && right <= clientWidth && !isCut };
        }),
      );
    });
    const labels = ["Markdown (.zip)", "JSON Lines", "CSV"];
    const whole = labels.map((label) => ({ label, isWhole: true }));
    expect(groups).toEqual([whole, whole]);
  });

  test("are no wider than the window, however long a name is", async () => {
    expect(await widthBeyond()).toBe(0);
  });

  test("show a message where it covers no button at the page's end", async () => {
    await click(options.view, "#reading .switch-input");
    await options.waitForToast("Saved");
    const covered = await options.view.run((document) => {
      document.documentElement.scrollTo({ top: 1e6, behavior: "instant" });
      const bar = document.querySelector(".toast")?.getBoundingClientRect().top ?? 0;
      const buttons = Array.from(document.querySelectorAll<HTMLElement>("main section button"));
      return buttons
        .filter((button) => button.getBoundingClientRect().bottom > bar)
        .map((button) => button.innerText);
    });
    expect(covered).toEqual([]);
  });
});

describe("a step of an import", () => {
  test("has the focus at its heading without a ring, and with one at what the keyboard reaches", async () => {
    await options.chooseFiles(file("table.csv", "Wort,Netz\nEine Brücke,https://a.example/1\n"));
    await options.waitForPanel("Which column is what?");
    // The focus follows what is drawn.
    const drawn = await waitFor("the step's heading to have the focus", async () => {
      const focused = await outline();
      return focused.startsWith("h3") ? focused : null;
    });
    expect(drawn).toBe("h3 none");
    await options.page.bringToFront();
    await options.page.keyboard.press("Tab");
    expect(await outline()).toBe("section solid");
  });

  test("is no wider than a narrow window", async () => {
    expect(await widthBeyond()).toBe(0);
    await options.press(".panel button[type=submit]");
    await options.waitForPanel("Before it is added");
    expect(await widthBeyond()).toBe(0);
    await options.pressButton("Cancel", ".import-form");
  });
});
