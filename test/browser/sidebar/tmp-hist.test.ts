import { expect, test } from "vitest";
import { OptionsPage } from "../../harness/options-page.ts";
import { standInPage } from "../../harness/stand-in-page.ts";
import { useFolder } from "../own-folder.ts";
import { unfoldCards, useBrowser } from "../session.ts";
const session = useBrowser(() => ({ body: standInPage({ title: "A story", site: "An outlet" }) }), { asksPermissions: true });
const { file } = useFolder();
const v = (title: string, m: number, excerpt?: string) => ({ title, replacedDateTime: new Date(Date.UTC(2026, 10, 30, 8, m)).toISOString(), ...(excerpt && { excerpt }) });
const RECORD = { title: "Bridge closed for a month", webUrl: "https://www.harbour-news.example/2024/bridge", type: "article", provider: { name: "Harbour News", domain: "harbour-news.example" },
  history: [v("Bridge may be closed", 0), v("Bridge closed for a week", 20)],
  related: [{ title: "Mayor Quist admits dredging deal with brother: 3 quit", webUrl: "https://ferry.example/1", type: "article", provider: { name: "Ferry Times", domain: "ferry.example" }, excerpt: "The mayor of Port Ellery resigned this morning.",
    history: [v("Mayor denies dredging deal", 5, "The mayor of Port Ellery spoke to reporters."), v("Mayor Quist admits dredging deal: 1 quits", 25, "The mayor of Port Ellery spoke to reporters."), v("LIVE: Mayor Quist admits dredging deal: 2 quit", 45, "The mayor of Port Ellery resigned this morning.")] }] };
test("shot", async () => {
  const options = await OptionsPage.open(session.browser);
  await options.add("Harbour", [file("harbour.json", JSON.stringify([RECORD]))], "sites");
  await options.close();
  const page = await session.open(RECORD.webUrl);
  await page.setViewport({ width: 1000, height: 760 });
  const view = await session.sidebar(page);
  await unfoldCards(view);
  await view.run((document) => { for (const d of document.querySelectorAll("details.history")) (d as HTMLDetailsElement).open = true; });
  await page.screenshot({ path: "/tmp/marks-hist.png" });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  await new Promise((r) => setTimeout(r, 300));
  await page.screenshot({ path: "/tmp/marks-hist-dark.png" });
  expect(1).toBe(1);
});
