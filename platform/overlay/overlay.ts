import type { OverlayCommand } from "../../core/protocol/overlay-messages.ts";
import { requestOver } from "../messages/request.ts";
import { nativeBrowser } from "./native-browser.ts";
import { mountOverlay, type OverlayHost } from "./overlay-host.ts";
import { idle, PageReader } from "./page-reader.ts";

/** Long enough for a navigation to begin. */
const COME_BACK_AFTER_MS = 1500;

/** The sidebar of one document: there while the page it shows has coverage. */
export class Overlay {
  readonly #page: PageReader;
  #host: OverlayHost | null = null;
  /** CSS pixels, as the reader last set it. */
  #width = 360;
  /** Counts the questions asked, so that a late answer about an earlier page is dropped. */
  #asked = 0;

  constructor(document: Document) {
    this.#page = new PageReader(document);
  }

  /** Asks the background about the page the document shows now, and does as it says. */
  async ask(): Promise<void> {
    const turn = ++this.#asked;
    this.unmount();
    await idle();
    if (turn !== this.#asked) return;
    const url = location.href;
    const answer = await requestOver((message) => nativeBrowser.runtime.sendMessage(message), {
      type: "page.seen",
      url,
      ...this.#page.read(url),
    });
    if (turn !== this.#asked || !answer.ok) return;
    this.#width = answer.value.width;
    if (answer.value.sidebar !== "none") this.#mount(answer.value.sidebar, false);
  }

  /** Does what the extension's own pages and background say. */
  obey(command: OverlayCommand): void {
    if (command.type === "overlay.refresh") void this.ask();
    else if (command.type === "overlay.show") this.#mount("open", true);
    else if (command.frame.action === "close") this.unmount();
    else this.#host?.resize(command.frame);
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

  unmount(): void {
    this.#host?.remove();
    this.#host = null;
  }

  #mount(mode: "open" | "tab", takesFocus: boolean): void {
    this.unmount();
    this.#host = mountOverlay(mode, this.#width, takesFocus);
  }
}
