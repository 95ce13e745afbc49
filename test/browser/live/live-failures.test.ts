import { beforeAll, describe, expect, test } from "vitest";
import { isBrowsersOwn } from "../privacy/browsers-own.ts";
import { HOSTILE_FEED } from "./hostile-feed.ts";
import { PolledOutlets } from "./polled-outlets.ts";
import { SIX_OUTLETS } from "./six-outlets.ts";

const BRIDGE = "https://www.harbour-courier.example/news/marram-bridge-closed-cracks";
const MAYOR = "https://www.island-herald.example/story/quist-resigns";

const outlets = PolledOutlets.use();
const { servers, session } = outlets;

beforeAll(async () => {
  await outlets.pickAll();
});

describe("when servers fail", () => {
  beforeAll(async () => {
    const html = { "content-type": "text/html" };
    servers.answer("The Coastal Gazette", { status: 410, body: "" });
    servers.answer("Northern Wire", {
      status: 429,
      headers: { "retry-after": "7200" },
      body: "",
    });
    servers.answer("Island Herald", { status: 500, body: "" });
    servers.answer("Radio Marram", {
      headers: html,
      body: "<!doctype html><title>Log in to the harbour network</title>",
    });
    servers.answer("Ferry Times", "silence");
    await outlets.pollAll(6);
  });

  test("the list shows what is wrong with each, while one is still loading", async () => {
    await expect
      .poll(() => outlets.live.troubles())
      .toEqual({
        "Ferry Times": "",
        "Harbour Courier": "",
        "Island Herald":
          "The outlet’s server has a fault. The extension will try again. (HTTP 500)",
        "Northern Wire": "The server asks for fewer requests. Choose a longer interval. (HTTP 429)",
        "Radio Marram":
          "A web page came instead of a feed: the log-in page of a network, or a wrong address. If this lasts, check the address.",
        "The Coastal Gazette": expect.stringMatching(
          /^The outlet no longer offers this feed\. Remove it and look for another on its site\. .*\(HTTP 410\)$/,
        ),
      });
  });

  test("the articles they sent before are still shown", async () => {
    const { cards } = await outlets.sidebarOf(BRIDGE);
    expect(cards.map(({ outlet }) => outlet)).toEqual([
      "The Coastal Gazette",
      "Northern Wire",
      "Island Herald",
      "Ferry Times",
      "Radio Marram",
    ]);
  });

  test("a hostile feed can only add articles of its own site, as text", async () => {
    servers.answer("Island Herald", { body: HOSTILE_FEED });
    await outlets.live.poll("Island Herald");
    await expect
      .poll(() => outlets.live.row("Island Herald"))
      .toEqual({
        name: "Island Herald",
        trouble: "",
        note: "2 items left out: not on island-herald.example",
      });
    const { cards } = await outlets.sidebarOf(MAYOR);
    expect(cards.map(({ title, url }) => [title, url])).toEqual([
      [
        "Port Ellery mayor Quist steps down over dredging contract",
        "https://www.coastal-gazette.example/2026/mayor-quist-steps-down",
      ],
      [
        "Dredging contract: Port Ellery mayor Adela Quist resigns",
        "https://ferry-times.example/mayor-quist-resigns-dredging",
      ],
      [
        "Mayor Adela Quist &lol; &xxe; resigns over dredging contract",
        "https://www.island-herald.example/story/hostile",
      ],
    ]);
  });

  test("one that never answers is abandoned after twenty seconds", async () => {
    await outlets.live.settled();
    await expect
      .poll(() => outlets.live.row("Ferry Times"))
      .toMatchObject({ trouble: "The answer did not come in time. The extension will try again." });
  });

  test("one that asked for a pause is not polled, and the others recover", async () => {
    for (const { name } of SIX_OUTLETS) servers.answer(name, null);
    await outlets.pollAll(5);
    const { outlets: list } = await outlets.live.settled();
    expect(servers.answered.toSorted()).toEqual([
      "Ferry Times: 304",
      "Harbour Courier: 304",
      "Island Herald: 200",
      "Radio Marram: 304",
      "The Coastal Gazette: 304",
    ]);
    expect(list.map(({ name, health }) => `${name}: ${health}`)).toEqual([
      "Ferry Times: good",
      "Harbour Courier: good",
      "Island Herald: good",
      "Northern Wire: failing",
      "Radio Marram: good",
      "The Coastal Gazette: good",
    ]);
  });
});

test("only the feeds of the picked outlets and the opened pages were ever requested", () => {
  const feeds = SIX_OUTLETS.map(({ feed }) => feed);
  expect([...new Set(outlets.requests())].toSorted()).toEqual(
    [...new Set([...feeds, ...outlets.opened])].toSorted(),
  );
  const hosts = session.web.hosts.filter((host) => !isBrowsersOwn(host));
  expect([...new Set(hosts)].toSorted()).toEqual([
    "feeds.coastal-gazette.example",
    "ferry-times.example",
    "northern-wire.example",
    "radio-marram.example",
    "www.harbour-courier.example",
    "www.island-herald.example",
  ]);
});
