import type { LiveStatus } from "../../../core/protocol/live-status.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import type { Session } from "../session.ts";

/** An outlet as the list of live outlets shows it. */
export interface ShownOutlet {
  readonly name: string;
  /** What is wrong and what to do; empty where nothing is. */
  readonly trouble: string;
  /** What was left out; empty where nothing was. */
  readonly note: string;
}

/** The live outlets of the options page, used as a reader would. */
export class LiveSection {
  readonly options: OptionsPage;
  readonly #session: Session;

  private constructor(session: Session, options: OptionsPage) {
    this.#session = session;
    this.options = options;
  }

  static async open(session: Session): Promise<LiveSection> {
    const options = await OptionsPage.open(session.browser);
    await waitFor("the live outlets", async () => ((await options.has(".live")) ? true : null));
    return new LiveSection(session, options);
  }

  /** Adds a feed by its address, with a name and the site of its articles where it needs one. */
  async addByAddress(feed: string, name: string, site = ""): Promise<void> {
    const { options } = this;
    await options.pressButton("Add by address…", ".live");
    await this.#enabled(".live button[type=submit]");
    for (const [field, text] of [feed, name, site].entries())
      await options.view.run(
        (document, field, text) => {
          const input = document.querySelectorAll<HTMLInputElement>(".live form input")[field];
          if (input === undefined) throw new Error(`no field ${field}`);
          input.value = text;
          input.dispatchEvent(new Event("input", { bubbles: true }));
        },
        field,
        text,
      );
    await this.#submit();
  }

  /** Adds all feeds that an OPML file names. */
  async addByFile(path: string): Promise<void> {
    const input = await waitFor("the button", () =>
      this.options.page.$('.live input[type="file"]'),
    );
    await (input as unknown as { uploadFile(file: string): Promise<void> }).uploadFile(path);
    await this.#enabled(".live button[type=submit]");
    await this.#submit();
  }

  /** No driver of Chromium reaches the browser's question: there the permission is given from the start. */
  async #submit(): Promise<void> {
    await this.options.press(".live button[type=submit]:enabled");
    await this.#session.browser.answerPermissionPrompt?.(true);
    await waitFor("the form to close", async () =>
      (await this.options.has(".live .panel")) ? null : true,
    );
  }

  #enabled(selector: string): Promise<true> {
    return waitFor(selector, async () =>
      (await this.options.has(`${selector}:enabled`)) ? true : null,
    );
  }

  /** Clicks "Check now". */
  async pollAll(): Promise<void> {
    await this.options.page.bringToFront();
    await this.options.pressButton("Check now", ".live-summary");
  }

  /** Clicks "Check now" of one outlet. */
  async poll(name: string): Promise<void> {
    await this.options.page.bringToFront();
    await this.options.view.run((document, name) => {
      const rows = Array.from(document.querySelectorAll<HTMLElement>(".outlet-row"));
      const row = rows.find((one) => one.querySelector("bdi")?.textContent === name);
      const details = row?.querySelector("details");
      if (details == null) throw new Error(`no outlet ${name}`);
      details.open = true;
    }, name);
    await waitFor("the button", () =>
      this.options.view.run((document, name) => {
        const rows = Array.from(document.querySelectorAll<HTMLElement>(".outlet-row"));
        const row = rows.find((one) => one.querySelector("bdi")?.textContent === name);
        const button = row?.querySelector<HTMLButtonElement>(".outlet-details button");
        if (button == null || button.disabled) return null;
        button.click();
        return true;
      }, name),
    );
  }

  /** The outlets as they are listed. */
  shown(): Promise<ShownOutlet[]> {
    return this.options.view.run((document) =>
      Array.from(document.querySelectorAll<HTMLElement>(".outlet-row"), (row) => {
        const textOf = (selector: string) =>
          (row.querySelector(selector)?.textContent ?? "").replaceAll(/[\u2068\u2069]/g, "");
        return {
          name: textOf("bdi"),
          trouble: textOf(".trouble p"),
          note: textOf(".outlet-note"),
        };
      }),
    );
  }

  /** An outlet, once it is listed. */
  row(name: string): Promise<ShownOutlet> {
    const find = async () => (await this.shown()).find((one) => one.name === name) ?? null;
    return waitFor(name, find);
  }

  /** What is wrong with each outlet, by their names. */
  async troubles(): Promise<Record<string, string>> {
    const outlets = await this.shown();
    return Object.fromEntries(outlets.map(({ name, trouble }) => [name, trouble]));
  }

  status(): Promise<LiveStatus> {
    return this.options.ask<LiveStatus>({ type: "outlets.status" });
  }

  /** How things are once no round is under way. */
  settled(): Promise<LiveStatus> {
    return waitFor("the round to end", async () => {
      const status = await this.status();
      const isOver = status.round === null && status.outlets.every((one) => !one.isPolling);
      return isOver ? status : null;
    });
  }
}
