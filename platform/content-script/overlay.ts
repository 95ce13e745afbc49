import type { PageReading } from "../../core/page/page-reading.ts";
import type { PageRequest, PageVerdict, Responses } from "../../core/protocol/messages.ts";
import type { OverlayCommand } from "../../core/protocol/overlay-messages.ts";
import type { Result } from "../../core/protocol/result.ts";
import { requestOver } from "../messages/request.ts";
import { nativeBrowser } from "./native-browser.ts";
import { mountOverlay, type OverlayHost } from "./overlay-host.ts";
import { idle, PageReader } from "./page-reader.ts";
import { watchPlace } from "./place-watch.ts";

/** Long enough for a navigation to begin. */
const RETURN_AFTER_MS = 1500;

/** After a move within the document the page is read again: many sites draw its head later. ms each. */
const READ_AGAIN_AFTER_MS = [1000, 2000];

/** Stands for the key of the document's first page, which is asked for only once the document moves: most never do. */
const FIRST_PAGE = "";

/** The sidebar of one document: there while the page it shows has coverage. */
export class Overlay {
  readonly #page: PageReader;
  /** Key of the page that was last asked about. */
  #key: string | null = null;
  /** Address of the document's first page; empty before it is asked about. */
  #firstAddress = "";
  /** What the background says of that address. */
  #firstKey: Promise<string | null> | null = null;
  /** Settles when it is known whether the document's last move led to another page. */
  #arrival: Promise<unknown> = Promise.resolve();
  /** Counts the moves of the document. */
  #moves = 0;
  /** Counts the questions whose answers are waited for, so that one about an earlier state is dropped. */
  #asked = 0;
  /** What the background was last told; empty while it is to be told anew. */
  #told = "";
  /** What the background last said of this page. */
  #verdict: PageVerdict["sidebar"] = "none";
  /** The user has closed the sidebar of this page. */
  #isClosed = false;
  /** The sidebar says that it is hidden on this site now, and is to be there for that. */
  #isStaying = false;
  /** The background may say something else by now, but nobody sees the page. */
  #isOutdated = false;
  #nextReading: ReturnType<typeof setTimeout> | undefined;
  #returning: ReturnType<typeof setTimeout> | undefined;
  #host: OverlayHost | null = null;
  #endWatch: (() => void) | null = null;
  /** CSS pixels, as the user last set it. */
  #width = 360;

  constructor(document: Document) {
    this.#page = new PageReader(document);
  }

  /** What the page says of itself now; `null` before it is asked about, and where the background cannot be reached. */
  read(): PageReading | null {
    return this.#key === null ? null : this.#page.read(location.href, this.#key);
  }

  /**
   * Asks the background about this page anew, once the user sees it: what it knows has changed. The
   * sidebar stays as it is unless it should come, go or change its form.
   */
  async refresh(): Promise<void> {
    this.#isOutdated = document.hidden;
    if (this.#isOutdated) return;
    this.#told = "";
    this.#asked++;
    await (this.#key === null ? this.follow() : this.#ask());
  }

  /** The user sees the page, or no longer. */
  async onVisibility(): Promise<void> {
    if (this.#isOutdated) await this.refresh();
  }

  /** The document is back, out of the back/forward cache. */
  async onReturn(): Promise<void> {
    this.unmount();
    this.#verdict = "none";
    await this.refresh();
  }

  /** The document has an address, perhaps another: asks about it, unless it is still the same page's. */
  async follow(): Promise<void> {
    const move = ++this.#moves;
    if (this.#firstAddress === "") {
      this.#firstAddress = location.href;
      this.#key = FIRST_PAGE;
      // At once: the document is loaded, so what is saved by waiting is less than the user would wait.
      return this.#tell(this.#asked);
    }
    const arrival = this.#keyOf(location.href);
    this.#arrival = arrival;
    const key = await arrival;
    if (move !== this.#moves) return;
    const before = this.#key;
    if (key === before) {
      if (this.#told !== "") return;
    } else {
      this.#key = key;
      this.#told = "";
      this.#asked++;
      this.#verdict = "none";
      this.#isClosed = false;
      this.unmount();
      if (before !== null) this.#readAgain(READ_AGAIN_AFTER_MS);
    }
    await this.#ask();
  }

  /** Key of the page to which the document has moved; `null` where the background cannot be reached. */
  async #keyOf(address: string): Promise<string | null> {
    this.#firstKey ??= askForKey(this.#firstAddress);
    const [first, key] = await Promise.all([this.#firstKey, askForKey(address)]);
    if (first === null) this.#firstKey = null;
    return key !== null && key === first ? FIRST_PAGE : key;
  }

  /** @param waits ms, one after the other */
  #readAgain([wait, ...later]: readonly number[]): void {
    clearTimeout(this.#nextReading);
    if (wait === undefined) return;
    this.#nextReading = setTimeout(() => {
      this.#readAgain(later);
      void this.#ask();
    }, wait);
  }

  /** Tells the background what the page says, once the browser has time to read it. */
  async #ask(): Promise<void> {
    const turn = this.#asked;
    await idle();
    await this.#arrival;
    await this.#tell(turn);
  }

  /**
   * Tells the background what the page says, unless it knows, and does as it answers.
   *
   * @param turn `#asked` when this was wanted: nothing is told or done once it is out of date
   */
  async #tell(turn: number): Promise<void> {
    const reading = turn === this.#asked ? this.read() : null;
    const told = JSON.stringify(reading);
    if (reading === null || told === this.#told) return;
    this.#told = told;
    const answer = await send({ type: "page.seen", url: location.href, ...reading });
    if (turn !== this.#asked || !answer.ok) return;
    const { sidebar, width } = answer.value;
    this.#width = width;
    // What the user has made of the sidebar since the same was said before stands.
    if (sidebar === this.#verdict) return;
    this.#verdict = sidebar;
    if (sidebar === "none") {
      if (!this.#isStaying) this.unmount();
      return;
    }
    this.#isStaying = false;
    if (!this.#isClosed && this.#host?.mode !== sidebar) this.#mount(sidebar, false);
  }

  /** Opens the sidebar, or closes it where it is open. */
  toggle(): "open" | "closed" {
    const form = this.#host?.mode === "open" ? "closed" : "open";
    this.#openOrClose(form === "open");
    return form;
  }

  /** Does what the extension's own pages and background say. */
  run(command: Exclude<OverlayCommand, { type: "overlay.toggle" }>): void {
    if (command.type === "overlay.refresh") void this.refresh();
    else if (command.type === "overlay.focus") this.#host?.focus();
    else if (command.type === "overlay.frame" && command.frame.action === "size")
      this.#host?.resize(command.frame);
    else if (command.type === "overlay.frame" && command.frame.action === "stay")
      this.#stay(command.frame.on);
    else this.#openOrClose(command.type === "overlay.show");
  }

  #stay(on: boolean): void {
    if (!on && this.#verdict === "none") this.unmount();
    else this.#isStaying = on && this.#host !== null;
  }

  /** What the user wants stands, whatever is read or answered later. */
  #openOrClose(isOpened: boolean): void {
    this.#readAgain([]);
    this.#asked++;
    this.unmount();
    this.#isClosed = !isOpened;
    if (isOpened) this.#mount("open", true);
  }

  /**
   * Leaves the page for as long as it is about to go: Chromium keeps no page with an extension's
   * frame in it for the way back. Comes back when the page stays after all (a download, a refusal).
   */
  stepAside(signal: AbortSignal): void {
    const mode = this.#host?.mode;
    if (mode === undefined) return;
    this.unmount();
    this.#returning = setTimeout(() => this.#mount(mode, false), RETURN_AFTER_MS);
    addEventListener("pagehide", () => clearTimeout(this.#returning), { once: true, signal });
  }

  unmount(): void {
    clearTimeout(this.#returning);
    this.#isStaying = false;
    this.#endWatch?.();
    this.#host?.remove();
    this.#host = null;
  }

  #mount(mode: "open" | "tab", isAsked: boolean): void {
    this.unmount();
    const host = mountOverlay({ mode, width: this.#width, isAsked });
    this.#host = host;
    this.#endWatch = watchPlace(() => {
      if (!host.fit()) this.#mount(mode, false);
    });
  }
}

async function askForKey(url: string): Promise<string | null> {
  const answer = await send({ type: "page.key", url });
  return answer.ok ? answer.value : null;
}

function send<Type extends PageRequest["type"]>(
  request: Extract<PageRequest, { type: Type }>,
): Promise<Result<Responses[Type]>> {
  return requestOver<Type>((message) => nativeBrowser.runtime.sendMessage(message), request);
}
