import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFiles } from "../../../core/import/read-files.ts";
import { parquetFile } from "../../fixtures/parquet/parquet-file.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { useFolder } from "../own-folder.ts";
import { relatedTitles, textOf, useBrowser } from "../session.ts";
import { damageBlocks, generationsLeft, leaveBlocks, wipeDatabase } from "../storage/database.ts";
import { RECORD, STORY } from "./harbour.ts";

const session = useBrowser(() => ({ body: standInPage({ title: "A story", site: "An outlet" }) }), {
  asksPermissions: true,
});
const { folder, file } = useFolder();

let options: OptionsPage;
beforeAll(async () => {
  options = await OptionsPage.open(session.browser);
});

const idOf = async (name: string) => (await options.dataSet(name))?.info.id ?? "";

describe("adding a data set", () => {
  test("shows before the commit what would be added and what was wrong, with a report", async () => {
    const bad = { ...RECORD, webUrl: "ftp://nowhere", title: "No address" };
    await options.chooseFiles(
      file("harbour.jsonl", `${JSON.stringify(RECORD)}\n${JSON.stringify(bad)}\n`),
      file("again.json", JSON.stringify([RECORD])),
    );
    const panel = (await options.waitForPanel("Before it is added")).replaceAll(/\s+/g, " ");
    expect(panel).toContain("Articles 1 Outlets 2 Sites 2 Dates Mar 1, 2024 Quality 71");
    expect(panel).toContain("Duplicates 1 Records rejected 1");
    const whole = await options.view.run(
      (document) => document.querySelector(".panel")?.textContent ?? "",
    );
    expect(whole).toContain("harbour.jsonl:2: webUrl: rejected: ");
    const report = await options.view.run(async () => {
      const root = await navigator.storage.getDirectory();
      const sources = await root.getDirectoryHandle("data-sets");
      for await (const name of sources.keys()) {
        const handle = await (await sources.getDirectoryHandle(name)).getFileHandle("report.tsv");
        return (await handle.getFile()).text();
      }
      return "";
    });
    expect(report).toContain(
      "harbour.jsonl\t2\twebUrl\trejected\texpected an http or https address in webUrl or originalUrl",
    );
    expect(report).toContain("again.json\t1\t\tduplicate\tan article read before has this address");
  });

  test("cancelled, leaves nothing behind", async () => {
    await options.pressButton("Cancel", ".import-form");
    await waitFor("the staged files to go", async () =>
      (await options.keptSources()).length === 0 ? true : null,
    );
    expect(await options.coverageOf(STORY)).toEqual({ kind: "none" });
  });

  test("abandoned at the last step with its page, leaves nothing behind once the options open again", async () => {
    const closed = await OptionsPage.open(session.browser);
    await closed.chooseFiles(join(folder, "harbour.jsonl"));
    await closed.waitForPanel("Before it is added");
    expect((await options.keptSources()).length).toBe(1);
    await closed.close();
    const next = await OptionsPage.open(session.browser);
    await waitFor("the staged files to go", async () =>
      (await options.keptSources()).length === 0 ? true : null,
    );
    await next.close();
  });

  test("confirmed, shows its coverage on its pages at once, with its name", async () => {
    await options.add("Harbour", [join(folder, "harbour.jsonl")], "sites");
    const page = await session.open(STORY);
    const view = await session.sidebar(page);
    expect(await relatedTitles(view)).toEqual(["Commuters take the ferry"]);
    expect(await textOf(view)).toContain("Data: Harbour");
    await page.close();
  });

  test("that the user allows only for the toolbar button answers in the popup", async () => {
    // Another story, or those of the first data set would be shown with it.
    const story = {
      ...RECORD,
      title: "Library opens a reading room",
      webUrl: "https://quiet.example/1",
      related: RECORD.related.map((article) => ({
        ...article,
        title: "Pupils queue for books",
        webUrl: "https://ferry-times.example/books",
      })),
    };
    await options.add("Quiet", [file("quiet.json", JSON.stringify(story))], "toolbar");
    const page = await session.open("https://quiet.example/1");
    expect(await session.hasSidebar(page)).toBe(false);
    const popup = await session.browser.openPopup(page);
    await waitFor("the popup's answer", async () =>
      (await relatedTitles(popup)).length === 1 ? true : null,
    );
    await page.close();
  });

  test("from Parquet names the columns that are not used", async () => {
    await options.chooseFiles(parquetFile("zstd"));
    const panel = (await options.waitForPanel("Before it is added")).replaceAll(/\s+/g, " ");
    expect(panel).toContain("Articles 5 Outlets 1 Sites 1");
    expect(panel.replaceAll(/[\u2068\u2069]/g, "")).toContain("Columns not used text, source.id");
    await options.pressButton("Cancel", ".import-form");
  });

  test("from a table with other names asks which column is which", async () => {
    const rows = "Schlagzeile,Adresse,Haus\nEine Brücke,https://bruecke.example/1,Zeitung\n";
    await options.chooseFiles(file("tabelle.csv", rows));
    await options.waitForPanel("tabelle.csv");
    await options.press(".panel button[type=submit]");
    const panel = await options.waitForPanel("Before it is added");
    expect(panel.replaceAll(/\s+/g, " ")).toContain("Articles 1 ");
    await options.pressButton("Cancel", ".import-form");
  });

  test("from a folder, under a name that is taken, offers to replace that data set in its place", async () => {
    const id = await idOf("Harbour");
    const changed = { ...RECORD, title: "Bridge open again" };
    const path = file("harbour-2.jsonl", JSON.stringify(changed));
    await options.stageReplacement("Harbour", [path]);
    await options.press(".import-form button[type=submit]");
    await waitFor("the new title", async () => {
      const coverage = await options.coverageOf(STORY);
      return coverage.kind === "article" && coverage.page.title === "Bridge open again"
        ? true
        : null;
    });
    await options.waitUntilAdded("Harbour");
    expect(await idOf("Harbour")).toBe(id);
    // The bundled data has no source; each of the others has one.
    await waitFor("the old source to go", async () =>
      (await options.keptSources()).length === 2 ? true : null,
    );
  });
});

describe("several data sets", () => {
  test("give one answer: each article once, from whichever data set has it", async () => {
    const again = { ...RECORD, webUrl: "http://harbour-news.example/2024/bridge?utm_source=x" };
    const third = { ...RECORD.related[0], title: "Third", webUrl: "https://third.example/1" };
    const related = [...RECORD.related, third];
    await options.add("Second harbour", [
      file("second.json", JSON.stringify({ ...again, related })),
    ]);
    const coverage = await options.coverageOf(STORY);
    if (coverage.kind !== "article") throw new Error(coverage.kind);
    expect(coverage.related.map(({ title, dataSets }) => [title, dataSets.length])).toEqual([
      ["Commuters take the ferry", 2],
      ["Third", 1],
    ]);
    expect(coverage.dataSets.map(({ name }) => name)).toEqual(["Second harbour", "Harbour"]);
  });

  test("can be switched off and on, renamed, deleted and restored", async () => {
    const id = await idOf("Second harbour");
    const names = async () => {
      const coverage = await options.coverageOf(STORY);
      return coverage.kind === "article" ? coverage.dataSets.map(({ name }) => name) : [];
    };
    await options.ask({ type: "dataSet.enable", id, on: false });
    expect(await names()).toEqual(["Harbour"]);
    await options.ask({ type: "dataSet.enable", id, on: true });
    await options.ask({ type: "dataSet.rename", id, name: "Renamed" });
    expect(await names()).toEqual(["Renamed", "Harbour"]);
    await options.ask({ type: "dataSet.delete", id });
    expect(await names()).toEqual(["Harbour"]);
    await session.browser.stopBackground();
    await options.ask({ type: "dataSet.restore", id });
    expect(await names()).toEqual(["Renamed", "Harbour"]);
    await options.ask({ type: "dataSet.delete", id });
  });
});

describe("data sets that were deleted", () => {
  /** What is said of those deleted here; others may have been deleted before. */
  const rows = () =>
    options.view.run((document) => {
      const texts = Array.from(
        document.querySelectorAll<HTMLElement>(".deleted-data-set p"),
        (row) => row.innerText.replaceAll(/[\u2068\u2069]/g, ""),
      );
      return texts.filter((text) => /One|Two/.test(text));
    });
  const focused = () =>
    options.view.run((document) => (document.activeElement as HTMLElement | null)?.innerText);

  beforeAll(async () => {
    for (const name of ["One", "Two"])
      await options.add(name, [
        file(`${name}.json`, JSON.stringify({ ...RECORD, webUrl: `https://${name}.example/1` })),
      ]);
  });

  afterAll(async () => {
    await options.ask({ type: "dataSet.delete", id: await idOf("One") });
  });

  test("can be restored one by one, after other messages and in a reopened page", async () => {
    const remove = (name: string) =>
      options.view.run((document, wanted) => {
        const cards = Array.from(document.querySelectorAll<HTMLElement>(".data-set-card"));
        const card = cards.find((one) => one.querySelector("h3")?.textContent === wanted);
        const details = card?.querySelector("details");
        const button = card?.querySelector<HTMLElement>(".button-danger");
        if (!details || !button) return null;
        details.open = true;
        button.focus();
        button.click();
        return true;
      }, name);
    for (const name of ["One", "Two"])
      await waitFor(`the data set “${name}” to delete`, () => remove(name));
    await waitFor("both to be deleted", async () => ((await rows()).length === 2 ? true : null));
    await expect.poll(focused).toBe("Undo");
    await options.close();
    options = await OptionsPage.open(session.browser);
    expect(await rows()).toEqual(["“One” has been deleted.", "“Two” has been deleted."]);
    await options.pressButton("Undo", ".data-sets > li:nth-last-child(2)");
    await options.waitForToast("is back");
    expect((await options.dataSet("One"))?.health).toBe("good");
    await expect.poll(rows).toEqual(["“Two” has been deleted."]);
  });
});

describe("an index that is lost or damaged", () => {
  const answers = () =>
    waitFor("the answer", async () => {
      const coverage = await options.coverageOf(STORY);
      const isGood = (await options.dataSet("Harbour"))?.health === "good";
      return isGood && coverage.kind === "article" ? coverage.page.title : null;
    });

  test("is rebuilt from the kept source when the database is gone", async () => {
    await session.browser.stopBackground();
    await wipeDatabase(options.view);
    expect(await answers()).toBe("Bridge open again");
    expect((await options.status()).notice).toBe("rebuilt");
    await options.ask({ type: "notice.dismiss" });
  });

  test.each(["meta", "urls", "domains"])("is rebuilt when its %s is damaged", async (kind) => {
    await session.browser.stopBackground();
    expect(await damageBlocks(options.view, kind)).toBeGreaterThan(1);
    await options.coverageOf(STORY);
    expect(await answers()).toBe("Bridge open again");
  });

  test("is rebuilt on request, which deletes unfinished generations beside it", async () => {
    const left = ["0000-left", "ffff-left", "zzzz"];
    await session.browser.stopBackground();
    await leaveBlocks(options.view, left);
    expect(await answers()).toBe("Bridge open again");
    await options.ask({ type: "index.rebuild", id: await idOf("Harbour") });
    expect(await answers()).toBe("Bridge open again");
    const generations = await generationsLeft(options.view);
    expect(generations).not.toEqual([]);
    expect(generations.filter((name) => left.includes(name))).toEqual([]);
  });
});

describe("an exported data set reads back as what it was, secured and all", () => {
  test.each(["Markdown (.zip)", "JSON Lines", "CSV"])("as %s", async (format) => {
    const exported = await options.view.run(
      async (document, name, button) => {
        const { promise, resolve } = Promise.withResolvers<Blob>();
        const native = URL.createObjectURL;
        // Where a download begins; the driver has no way to the file that the browser writes.
        URL.createObjectURL = (blob) => {
          if (blob instanceof Blob) resolve(blob);
          return native.call(URL, blob);
        };
        const cards = document.querySelectorAll<HTMLElement>(".data-set-card");
        const card = Array.from(cards).find(
          (element) => element.querySelector("h3")?.textContent === name,
        );
        for (const one of card?.querySelectorAll("button") ?? [])
          if (one.textContent === button) one.click();
        const bytes = new Uint8Array(await (await promise).arrayBuffer());
        URL.createObjectURL = native;
        return Array.from(bytes);
      },
      "Harbour",
      format,
    );
    const blob = new Blob([Uint8Array.from(exported)]);
    const records: unknown[] = [];
    for await (const event of readFiles([{ path: "exported", blob }]))
      if (event.kind === "batch") {
        expect(event.problems).toEqual([]);
        records.push(...event.records.map(({ record }) => record));
      }
    expect(records).toEqual([{ ...RECORD, title: "Bridge open again" }]);
    await options.waitForToast("has been exported");
  });
});
