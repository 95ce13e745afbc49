import type { Page } from "puppeteer-core";
import type { Coverage } from "../../core/coverage/coverage.ts";
import type { DataSetStatus } from "../../core/protocol/data-set-status.ts";
import type { ViewRequest } from "../../core/protocol/requests.ts";
import type { Status, TabCoverage } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import { clickLikeUser } from "./click-like-user.ts";
import type { DrivenBrowser, View } from "./driven-browser.ts";
import { waitFor } from "./wait-for.ts";

type OpensPages = Pick<DrivenBrowser, "openExtensionPage" | "answerPermissionPrompt">;

/** The options page in a real browser, used as a user would. */
export class OptionsPage {
  readonly page: Page;
  readonly view: View;
  readonly #browser: OpensPages;

  private constructor(browser: OpensPages, page: Page, view: View) {
    this.#browser = browser;
    this.page = page;
    this.view = view;
  }

  /** Opens it and waits until it shows its data sets. */
  static async open(browser: OpensPages): Promise<OptionsPage> {
    const { page, view } = await browser.openExtensionPage("options.html");
    const options = new OptionsPage(browser, page, view);
    await waitFor("the data sets", async () =>
      (await options.has(".file-buttons")) ? true : null,
    );
    return options;
  }

  has(selector: string): Promise<boolean> {
    return this.view.run((document, target) => document.querySelector(target) !== null, selector);
  }

  /** Chooses files by their paths on disk. */
  async chooseFiles(...paths: readonly string[]): Promise<void> {
    await this.#upload(".drop-zone input:not([webkitdirectory])", paths);
  }

  /** Chooses a folder; Chromium only, Firefox's driver gives files. */
  async chooseFolder(path: string): Promise<void> {
    await this.#upload(".drop-zone input[webkitdirectory]", [path]);
  }

  /** Chooses a file of corrections. */
  async importCorrections(path: string): Promise<void> {
    await this.#upload('input[accept*=".json"]', [path]);
  }

  async #upload(selector: string, paths: readonly string[]): Promise<void> {
    const input = await waitFor(selector, () => this.page.$(selector));
    await (input as unknown as { uploadFile(...files: string[]): Promise<void> }).uploadFile(
      ...paths,
    );
  }

  /** The text of the panel of an import or a job; empty if there is none. */
  panel(): Promise<string> {
    return this.view.run(
      (document) => document.querySelector<HTMLElement>(".panel")?.innerText ?? "",
    );
  }

  toast(): Promise<string> {
    return this.view.run(
      (document) => document.querySelector<HTMLElement>(".toast")?.innerText.trim() ?? "",
    );
  }

  /** Waits until the panel says `text`, and returns its whole text. */
  waitForPanel(text: string, timeout?: number): Promise<string> {
    const ask = async () => {
      const panel = await this.panel();
      return panel.includes(text) ? panel : null;
    };
    return waitFor(`the panel to say “${text}”`, ask, timeout);
  }

  waitForToast(text: string): Promise<string> {
    const ask = async () => {
      const toast = await this.toast();
      return toast.includes(text) ? toast : null;
    };
    return waitFor(`the message “${text}”`, ask);
  }

  /** Replaces the name in the field. */
  async nameIt(name: string): Promise<void> {
    await this.view.run((document, typed) => {
      const input = document.querySelector<HTMLInputElement>(".import-form input[type=text]");
      if (input === null) throw new Error("no field for the name");
      input.value = typed;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }, name);
  }

  async chooseAccess(access: "sites" | "all" | "toolbar"): Promise<void> {
    await this.press(`.import-form input[type=radio][value=${access}]`);
  }

  /** Clicks like the user, since the browser's permission prompt needs a real click. */
  press(selector: string): Promise<void> {
    return clickLikeUser(this.page, selector);
  }

  /** Clicks the button that says `text`, within `selector`, once it is there and can be clicked. */
  async pressButton(text: string, selector = "body"): Promise<void> {
    const press = () =>
      this.view.run(
        (document, label, within) => {
          const buttons = document.querySelectorAll<HTMLButtonElement>(`${within} button`);
          const button = Array.from(buttons).find(({ innerText }) => innerText.trim() === label);
          if (button === undefined || button.disabled) return null;
          button.click();
          return true;
        },
        text,
        selector,
      );
    await waitFor(`the button “${text}” in ${selector}`, press);
  }

  /** Confirms what was found. */
  async confirm(access: "sites" | "all" | "toolbar", allow = true): Promise<void> {
    await this.chooseAccess(access);
    await this.press(".import-form button[type=submit]");
    if (access !== "toolbar") await this.#browser.answerPermissionPrompt?.(allow);
  }

  /** Adds files under a name, from the choice until their stories are found, too. */
  async add(
    name: string,
    paths: readonly string[],
    access: "sites" | "all" | "toolbar" = "toolbar",
  ): Promise<void> {
    await this.chooseFiles(...paths);
    await this.waitForPanel("Before it is added");
    await this.nameIt(name);
    await this.confirm(access);
    await this.waitUntilAdded(name);
    await this.waitForStories();
  }

  /** Waits until the stories of all data sets are found. */
  async waitForStories(): Promise<void> {
    const ask = async () => {
      const { dataSets } = await this.status();
      return dataSets.every(({ stories }) => stories.kind === "ready") ? true : null;
    };
    await waitFor("the stories to be found", ask);
  }

  /** Waits until nothing runs and the data set is there. */
  async waitUntilAdded(name: string): Promise<void> {
    await waitFor(`“${name}” to be added`, async () => {
      const { job, dataSets } = await this.status();
      return job === null && dataSets.some(({ info }) => info.name === name) ? true : null;
    });
  }

  /** Reads files that will replace a data set, up to the last click. */
  async stageReplacement(name: string, paths: readonly string[]): Promise<void> {
    await this.chooseFiles(...paths);
    await this.waitForPanel("Before it is added");
    await this.nameIt(name);
    await this.chooseAccess("toolbar");
    await waitFor("the name to be taken", () =>
      this.view.run((document) => {
        const buttons = document.querySelectorAll<HTMLElement>(".import-form .button-secondary");
        const replace = Array.from(buttons).find(({ innerText }) => innerText.endsWith("instead"));
        replace?.click();
        return replace === undefined ? null : true;
      }),
    );
  }

  /**
   * Sends a request to the background without using the page's controls. Firefox's cannot be reached while it is being
   * suspended, which takes seconds on a busy machine.
   */
  async ask<Answer = Status>(request: ViewRequest): Promise<Answer> {
    const result = await waitFor("the background to be reached", () =>
      this.view.run((_document, message) => {
        const scope = globalThis as unknown as { browser?: Sender; chrome: Sender };
        return (scope.browser ?? scope.chrome).runtime.sendMessage(message).catch((error) => {
          if (String(error).includes("Receiving end does not exist")) return null;
          throw error;
        });
      }, request),
    );
    const { ok, ...rest } = result as Result<Answer>;
    if (!ok || !("value" in rest)) throw new Error(`${request.type}: ${JSON.stringify(result)}`);
    return rest.value;
  }

  status(): Promise<Status> {
    return this.ask({ type: "status" });
  }

  /** A data set by its name, if it exists. */
  async dataSet(name: string): Promise<DataSetStatus | undefined> {
    return (await this.status()).dataSets.find(({ info }) => info.name === name);
  }

  /** The answer for an address, in no tab. */
  async coverageOf(url: string): Promise<Coverage> {
    const request = {
      type: "coverage.ofTab" as const,
      tab: 999_999,
      url,
      claims: [],
      statement: null,
    };
    return (await this.ask<TabCoverage>(request)).coverage;
  }

  /** Names of the folders that hold sources. */
  keptSources(): Promise<string[]> {
    return this.view.run(async () => {
      const root = await navigator.storage.getDirectory();
      const names: string[] = [];
      const sources = await root.getDirectoryHandle("data-sets", { create: true });
      for await (const name of sources.keys()) names.push(name);
      return names;
    });
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

interface Sender {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
}
