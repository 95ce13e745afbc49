import { expect, test } from "vitest";
import { waitFor } from "../../harness/wait-for.ts";
import { violations } from "../accessibility/axe.ts";
import { useBrowser } from "../session.ts";

const HEADS: Readonly<Record<string, string>> = {
  "one.example": '<link rel="alternate" type="application/rss+xml" title="News" href="/rss">',
  "several.example": [
    '<link rel="alternate" type="application/atom+xml" title="&lt;b&gt;All&lt;/b&gt;" href="https://feeds.burner.example/x">',
    '<link rel="alternate" type="application/rss+xml" title="Sport" href="/sport.xml">',
    '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">',
    '<link rel="alternate" type="application/rss+xml" title="Router" href="https://192.168.1.1/rss">',
  ].join(""),
  "none.example": '<link rel="alternate" hreflang="fr" href="/fr">',
  "www.theguardian.com":
    '<link rel="alternate" type="application/rss+xml" title="All news" href="/rss">',
};

const session = useBrowser(({ hostname }) => ({
  body: `<!doctype html><html lang="en"><head><title>A page</title>${HEADS[hostname] ?? ""}</head><body><h1>A page</h1></body></html>`,
}));

async function popupAt(address: string) {
  const page = await session.open(address);
  return session.browser.openPopup(page);
}

const buttons = (view: Awaited<ReturnType<typeof popupAt>>) =>
  view.run((document) =>
    Array.from(document.querySelectorAll(".offer button"), (button) =>
      (button.textContent ?? "").replaceAll(/[\u2068\u2069]/g, ""),
    ),
  );

test("a page's feed is offered in the popup", async () => {
  const popup = await popupAt("https://one.example/story");
  const offered = await waitFor("the offer", async () => {
    const texts = await buttons(popup);
    return texts.length > 0 ? texts : null;
  });
  expect(offered).toEqual(["Add this outlet: one.example"]);
  expect(await violations(popup)).toEqual([]);
});

test("the user chooses among several feeds; a title is text, and comments and private networks are left out", async () => {
  const popup = await popupAt("https://several.example/story");
  const offered = await waitFor("the offer", async () => {
    const texts = await buttons(popup);
    return texts.length > 0 ? texts : null;
  });
  expect(offered).toEqual(["Sport", "<b>All</b> (feeds.burner.example)"]);
  await popup.run((document) => document.querySelector<HTMLElement>(".offer summary")?.click());
  expect(await violations(popup)).toEqual([]);
});

test.each([
  ["has no feed", "www.bbc.co.uk", "BBC News (bbc.com, bbc.co.uk, feeds.bbci.co.uk)"],
  ["has a feed with another title", "www.theguardian.com", "The Guardian (theguardian.com)"],
])("an outlet of the list is offered by its name where its page %s", async (_, host, name) => {
  const popup = await popupAt(`https://${host}/news/ferry`);
  const offered = await waitFor("the offer", async () => {
    const texts = await buttons(popup);
    return texts.length > 0 ? texts : null;
  });
  expect(offered).toEqual([`Add this outlet: ${name}`]);
  expect(await violations(popup)).toEqual([]);
});

test("an unlisted page without a feed offers nothing", async () => {
  const popup = await popupAt("https://none.example/story");
  await waitFor("the answer", () =>
    popup.run((document) => (document.querySelector(".message") === null ? null : true)),
  );
  // An offer follows shortly after the answer.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  expect(await buttons(popup)).toEqual([]);
});
