import type { PageReading } from "../../core/page/page-reading.ts";
import type { OverlayCommand } from "../../core/protocol/overlay-messages.ts";
import type { PageRequest } from "../../core/protocol/requests.ts";
import type { PageVerdict, Responses } from "../../core/protocol/responses.ts";
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

/**
 * Used in place of the key of the document's first page. That key is requested only once the document navigates,
 * which most documents never do.
 */
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
  /** Numbers the states of the page, so that an answer about an earlier state is dropped. */
  #state = 0;
  /** The reading that was last sent to the background, as JSON; empty when it has to be sent again. */
  #lastSent = "";
  /** The background's last verdict on this page. */
  #verdict: PageVerdict["sidebar"] = "none";
  /** The user has closed the sidebar of this page. */
  #isClosed = false;
  /** The sidebar says that it is hidden on this site now, and is to be there for that. */
  #isStaying = false;
  /** The background's answer may have changed, but nobody sees the page. */
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

  /**
   * The present reading of the page; `null` before the background was asked about it, and while it cannot be reached.
   */
  read(): PageReading | null {
    return this.#key === null ? null : this.#page.read(location.href, this.#key);
  }

  /**
   * Asks the background about this page again, as soon as the user sees it: the data have changed. The sidebar stays
   * as it is unless it has to appear, disappear or change its form.
   */
  async refresh(): Promise<void> {
    this.#isOutdated = document.hidden;
    if (this.#isOutdated) return;
    this.#lastSent = "";
    this.#state++;
    await (this.#key === null ? this.follow() : this.#sendWhenIdle());
  }

  /** The page was shown to the user, or hidden. */
  async onVisibility(): Promise<void> {
    if (this.#isOutdated) await this.refresh();
  }

  /** The document is back, out of the back/forward cache. */
  async onReturn(): Promise<void> {
    this.unmount();
    this.#verdict = "none";
    await this.refresh();
  }

  /** The document has an address, perhaps a new one: asks about it, unless it belongs to the same page. */
  async follow(): Promise<void> {
    const move = ++this.#moves;
    if (this.#firstAddress === "") {
      this.#firstAddress = location.href;
      this.#key = FIRST_PAGE;
      // Without waiting for idle time: the document is loaded, so waiting would save less than it costs the user.
      return this.#sendPage(this.#state);
    }
    const arrival = this.#keyOf(location.href);
    this.#arrival = arrival;
    const key = await arrival;
    if (move !== this.#moves) return;
    const before = this.#key;
    if (key === before) {
      if (this.#lastSent !== "") return;
    } else {
      this.#key = key;
      this.#lastSent = "";
      this.#state++;
      this.#verdict = "none";
      this.#isClosed = false;
      this.unmount();
      if (before !== null) this.#readAgain(READ_AGAIN_AFTER_MS);
    }
    await this.#sendWhenIdle();
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
      void this.#sendWhenIdle();
    }, wait);
  }

  /** Sends the background the page's reading, once the browser is idle. */
  async #sendWhenIdle(): Promise<void> {
    const state = this.#state;
    await idle();
    await this.#arrival;
    await this.#sendPage(state);
  }

  /**
   * Sends the background the page's reading, unless it has that already, and follows its verdict.
   *
   * @param state `#state` at the time of the request: nothing is sent or done once the state has changed
   */
  async #sendPage(state: number): Promise<void> {
    const reading = state === this.#state ? this.read() : null;
    const json = JSON.stringify(reading);
    if (reading === null || json === this.#lastSent) return;
    this.#lastSent = json;
    const answer = await send({ type: "page.seen", url: location.href, ...reading });
    if (state !== this.#state || !answer.ok) return;
    const { sidebar, width } = answer.value;
    this.#width = width;
    // The verdict has not changed, so the sidebar stays as the user has left it.
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

  /** Runs a command of the extension's own pages or background. */
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

  /** The user's choice takes precedence over everything that is read or answered later. */
  #openOrClose(isOpened: boolean): void {
    this.#readAgain([]);
    this.#state++;
    this.unmount();
    this.#isClosed = !isOpened;
    if (isOpened) this.#mount("open", true);
  }

  /**
   * Removes the sidebar while the page is about to be left: Chromium does not keep a page with an extension's frame
   * in its back/forward cache. Puts it back if the page stays after all (a download, a refusal).
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
