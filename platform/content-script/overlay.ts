import type { PagePlace } from "../../core/page/page-place.ts";
import type { PageReading } from "../../core/page/page-reading.ts";
import type { PageRequest, Responses } from "../../core/protocol/messages.ts";
import type { OverlayCommand } from "../../core/protocol/overlay-messages.ts";
import type { Result } from "../../core/protocol/result.ts";
import { requestOver } from "../messages/request.ts";
import { nativeBrowser } from "./native-browser.ts";
import { mountOverlay, type OverlayHost } from "./overlay-host.ts";
import { idle, PageReader } from "./page-reader.ts";

/** Long enough for a navigation to begin. */
const COME_BACK_AFTER_MS = 1500;

/** After a move within the document the page is looked at again: many sites draw its head later. ms each. */
const LOOK_AGAIN_AFTER_MS = [1000, 2000];

/** The sidebar of one document: there while the page it shows has coverage. */
export class Overlay {
  readonly #page: PageReader;
  /** Of the page that was last asked about. */
  #place: PagePlace | null = null;
  /** Settles when it is known whether the document's last move led to another page. */
  #arrival: Promise<unknown> = Promise.resolve();
  /** Counts the moves of the document. */
  #moves = 0;
  /** Counts the questions, so that a late answer about an earlier page is dropped. */
  #asked = 0;
  /** What the background was last told; nothing while it is to be told anew. */
  #told = "";
  #nextLook: ReturnType<typeof setTimeout> | undefined;
  #host: OverlayHost | null = null;
  /** CSS pixels, as the reader last set it. */
  #width = 360;

  constructor(document: Document) {
    this.#page = new PageReader(document);
  }

  /** What the page says of itself now; `null` while nothing is known of its address. */
  read(): PageReading | null {
    return this.#place && this.#page.read(location.href, this.#place);
  }

  /** Asks the background about the page the document shows now, and does as it says. */
  ask(): Promise<void> {
    this.#told = "";
    this.#drop();
    return this.follow();
  }

  /** The document may have another address: asks about it, unless it is still the same page's. */
  async follow(): Promise<void> {
    const move = ++this.#moves;
    const arrival = send({ type: "page.at", url: location.href });
    this.#arrival = arrival;
    const answer = await arrival;
    if (move !== this.#moves) return;
    const place = answer.ok ? answer.value : null;
    const before = this.#place;
    const isSame = place?.key === before?.key;
    if (isSame && this.#told !== "") return;
    this.#place = place;
    this.#told = "";
    this.#drop();
    if (!isSame && before !== null) this.#lookAgain(LOOK_AGAIN_AFTER_MS);
    await this.#tell();
  }

  /** @param waits ms, one after the other */
  #lookAgain([wait, ...later]: readonly number[]): void {
    clearTimeout(this.#nextLook);
    if (wait === undefined) return;
    this.#nextLook = setTimeout(() => {
      this.#lookAgain(later);
      void this.#tell();
    }, wait);
  }

  async #tell(): Promise<void> {
    const turn = this.#asked;
    await idle();
    await this.#arrival;
    const reading = turn === this.#asked ? this.read() : null;
    const told = JSON.stringify(reading);
    if (reading === null || told === this.#told) return;
    this.#told = told;
    const answer = await send({ type: "page.seen", url: location.href, ...reading });
    if (turn !== this.#asked || !answer.ok) return;
    this.#width = answer.value.width;
    if (answer.value.sidebar === "none") this.unmount();
    else this.#mount(answer.value.sidebar, false);
  }

  /** Does what the extension's own pages and background say. */
  obey(command: OverlayCommand): void {
    if (command.type === "overlay.refresh") void this.ask();
    else if (command.type === "overlay.frame" && command.frame.action === "size")
      this.#host?.resize(command.frame);
    else {
      // What the reader wants stands, whatever is seen later.
      this.#lookAgain([]);
      this.#drop();
      if (command.type === "overlay.show") this.#mount("open", true);
    }
  }

  /**
   * Leaves the page for as long as it is about to go: Chromium keeps no page with an extension's
   * frame in it for the way back. Comes back when the page stays after all (a download, a refusal).
   */
  stepAside(signal: AbortSignal): void {
    const mode = this.#host?.mode;
    if (mode === undefined) return;
    this.unmount();
    const asked = this.#asked;
    const timer = setTimeout(() => {
      // What was asked or shown since then stands.
      if (asked === this.#asked && this.#host === null) this.#mount(mode, false);
    }, COME_BACK_AFTER_MS);
    addEventListener("pagehide", () => clearTimeout(timer), { once: true, signal });
  }

  /** Takes the sidebar away, and heeds no answer that is still to come. */
  #drop(): void {
    this.#asked++;
    this.unmount();
  }

  unmount(): void {
    this.#host?.remove();
    this.#host = null;
  }

  #mount(mode: "open" | "tab", takesFocus: boolean): void {
    this.unmount();
    this.#host = mountOverlay(mode, this.#width, takesFocus);
  }
}

function send<Type extends PageRequest["type"]>(
  request: Extract<PageRequest, { type: Type }>,
): Promise<Result<Responses[Type]>> {
  return requestOver<Type>((message) => nativeBrowser.runtime.sendMessage(message), request);
}
