import type { PublishedSets, PublishedStatus } from "../../../core/protocol/published-status.ts";
import type { PublishedManifest } from "../../../core/published/published-manifest.ts";
import { OptionsPage } from "../../harness/options-page.ts";
import { waitFor } from "../../harness/wait-for.ts";
import type { Session } from "../session.ts";

/** The published data sets of the options page, used as a user would. */
export class PublishedSection {
  readonly options: OptionsPage;
  readonly #session: Session;

  private constructor(session: Session, options: OptionsPage) {
    this.#session = session;
    this.options = options;
  }

  static async open(session: Session): Promise<PublishedSection> {
    return new PublishedSection(session, await OptionsPage.open(session.browser));
  }

  /** Types the address of a manifest and sends the form. */
  async type(address: string): Promise<void> {
    const { options } = this;
    if (!(await options.has(".published form")))
      await options.pressButton("Add a published data set…", ".published");
    await waitFor("the field for the address", () =>
      options.view.run((document, typed) => {
        const input = document.querySelector<HTMLInputElement>(".published form input");
        if (input === null) return null;
        input.value = typed;
        input.dispatchEvent(new Event("input", { bubbles: true }));
        return true;
      }, address),
    );
    await options.press(".published form button[type=submit]:enabled");
  }

  /** Has the manifest at an address fetched, and gives the text of what it offers. */
  async preview(address: string): Promise<string> {
    await this.type(address);
    await this.#allow();
    return waitFor("what the manifest offers", async () => {
      const text = await this.text(".panel");
      return text.includes("Publisher’s key") ? text : null;
    });
  }

  /** Subscribes to what is offered, and waits until it is there. */
  async subscribe(): Promise<PublishedStatus> {
    await this.options.press(".published form button[type=submit]:enabled");
    await waitFor("the form to close", async () =>
      (await this.options.has(".published form")) ? null : true,
    );
    return this.#idle(null);
  }

  /** Subscribes to all of what a manifest names, without the form. */
  async add(address: string, { key, version, signature, name }: PublishedManifest): Promise<void> {
    await this.options.ask({
      type: "published.add",
      ...{ address, name, pinned: { key, version, signature } },
      ...{ choice: { languages: null, days: null }, access: "toolbar" },
    });
  }

  /** Allows the sidebar on the sites of its articles. */
  async allowSites(): Promise<void> {
    // Where no driver reaches the browser's question, the permission is given from the start.
    if (this.#session.browser.answerPermissionPrompt === null) return;
    await this.options.press(".published .trouble button");
    await this.#allow();
    await waitFor("the permission", async () =>
      (await this.only()).inUse?.isAccessGranted === true ? true : null,
    );
  }

  /** Clicks a button in the details of the only data set. */
  async press(button: string): Promise<void> {
    const { options } = this;
    if (!(await options.has(".published details[open]")))
      await options.press(".published .data-set-card > details > summary");
    await options.pressButton(button, ".published .data-set-card");
  }

  /** Clicks "Update now", and waits until the check is over. */
  async updateNow(): Promise<PublishedStatus> {
    const { lastCheckAt } = await this.only();
    await this.press("Update now");
    return this.#idle(lastCheckAt);
  }

  /** The only data set that is not removed. */
  async only(): Promise<PublishedStatus> {
    const { sets } = await this.options.ask<PublishedSets>({ type: "published.status" });
    const [set, ...others] = sets.filter(({ removedAt }) => removedAt === null);
    if (set === undefined || others.length > 0) throw new Error(`${others.length + 1} data sets`);
    return set;
  }

  /** Has the alarm for checks, which has to be set, go off now. */
  async wake(): Promise<void> {
    const isSet = await this.options.view.run(async () => {
      const scope = globalThis as unknown as { browser?: Alarms; chrome: Alarms };
      const { alarms } = scope.browser ?? scope.chrome;
      if ((await alarms.get("published")) === undefined) return false;
      await alarms.create("published", { when: Date.now() });
      return true;
    });
    if (!isSet) throw new Error("nothing would go on: no alarm is set");
  }

  /** Names of what is on the device of the only data set, sorted. */
  async keptFiles(): Promise<string[]> {
    const { id } = await this.only();
    return this.options.view.run(async (_document, id) => {
      const root = await navigator.storage.getDirectory();
      const mirror = await (await root.getDirectoryHandle("mirrors")).getDirectoryHandle(id);
      const names: string[] = [];
      for await (const name of mirror.keys()) names.push(name);
      return names.sort();
    }, id);
  }

  /** What the only data set's card says is wrong; empty where nothing is. */
  trouble(): Promise<string> {
    return this.text(".data-set-card .trouble p");
  }

  /** The text at `selector` within the section, without the marks that isolate directions; empty if there is none. */
  text(selector: string): Promise<string> {
    return this.options.view.run(
      (document, within) =>
        (document.querySelector<HTMLElement>(`.published ${within}`)?.innerText ?? "").replaceAll(
          /[\u2068\u2069]/g,
          "",
        ),
      selector,
    );
  }

  /** No driver of Chromium reaches the browser's question: there the permission is given from the start. */
  async #allow(): Promise<void> {
    await this.#session.browser.answerPermissionPrompt?.(true);
  }

  /** Waits until a check after the one at `before` is over. */
  #idle(before: number | null): Promise<PublishedStatus> {
    return waitFor("the end of the update", async () => {
      const set = await this.only();
      return set.progress === null && set.lastCheckAt !== before ? set : null;
    });
  }
}

interface Alarms {
  alarms: {
    get(name: string): Promise<unknown>;
    create(name: string, info: { when: number }): Promise<void>;
  };
}
