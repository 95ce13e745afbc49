import { beforeAll } from "vitest";
import type { LiveStatus } from "../../../core/protocol/live-status.ts";
import { waitFor } from "../../harness/wait-for.ts";
import { useFolder } from "../own-folder.ts";
import { isBrowsersOwn } from "../privacy/browsers-own.ts";
import { type Session, useBrowser } from "../session.ts";
import { type ShownStory, shownByTime } from "../sidebar/shown-story.ts";
import { LiveSection } from "./live-section.ts";
import { OutletServers } from "./outlet-servers.ts";
import { SIX_OUTLETS } from "./six-outlets.ts";

/** A browser and the servers of the six outlets, whose feeds it polls. */
export class PolledOutlets {
  readonly servers = new OutletServers();
  readonly session: Session;
  /** The addresses of the articles that were opened. */
  readonly opened: string[] = [];
  readonly #file: (name: string, content: string) => string;
  #live: LiveSection | null = null;

  private constructor() {
    this.session = useBrowser(this.servers.site, { asksPermissions: true });
    this.#file = useFolder().file;
  }

  /** For all tests of a file. The options page is open, and no outlet is picked. */
  static use(): PolledOutlets {
    const outlets = new PolledOutlets();
    beforeAll(async () => {
      outlets.#live = await LiveSection.open(outlets.session);
    });
    return outlets;
  }

  get live(): LiveSection {
    if (this.#live === null) throw new Error("the options page is not open yet");
    return this.#live;
  }

  /** Picks one outlet by the address of its feed and the others by a file, and waits until each was polled. */
  async pickAll(): Promise<LiveStatus> {
    await this.live.addByAddress(
      "https://feeds.coastal-gazette.example/atom",
      "The Coastal Gazette",
      "www.coastal-gazette.example",
    );
    const others = SIX_OUTLETS.filter(({ name }) => name !== "The Coastal Gazette");
    const outlines = others.map(({ name, feed }) => `<outline text="${name}" xmlUrl="${feed}"/>`);
    const opml = `<opml><body>${outlines.join("")}</body></opml>`;
    await this.live.addByFile(this.#file("feeds.opml", opml));
    return this.live.settled();
  }

  /** Clicks "Check now", and waits until the given number of feeds was requested. */
  async pollAll(feeds: number): Promise<void> {
    const { servers } = this;
    servers.answered = [];
    await this.live.pollAll();
    await waitFor("the feeds to be asked", () => (servers.answered.length >= feeds ? true : null));
  }

  /** What the sidebar of an article shows. */
  async sidebarOf(address: string): Promise<ShownStory> {
    this.opened.push(address);
    const page = await this.session.open(address);
    const shown = await shownByTime(await this.session.sidebar(page));
    await page.close();
    return shown;
  }

  /** The addresses that were requested, without the browser's own. */
  requests(): string[] {
    return this.session.web.requests.filter((address) => !isBrowsersOwn(new URL(address).hostname));
  }
}
