import { vi } from "vitest";
import browser, { type Scripting } from "webextension-polyfill";

/** Stands in for `browser.scripting`, which WXT's in-memory browser lacks. */
class FakeScripting {
  /** What is registered; a change replaces it. */
  registered: readonly Scripting.RegisteredContentScript[] = [];
  /** The scripts that were run in a tab, and their result: none, unless a test sets one. */
  readonly executeScript = vi.fn<
    (injection: Scripting.ScriptInjection) => Promise<{ result?: unknown }[]>
  >(async () => []);

  async getRegisteredContentScripts(): Promise<Scripting.RegisteredContentScript[]> {
    return [...this.registered];
  }

  async registerContentScripts(scripts: Scripting.RegisteredContentScript[]): Promise<void> {
    if (this.registered.length > 0) throw new Error("Duplicate script ID 'overlay'");
    this.registered = [...scripts];
  }

  async unregisterContentScripts(): Promise<void> {
    if (this.registered.length === 0) throw new Error("Nonexistent script ID 'overlay'");
    this.registered = [];
  }

  async updateContentScripts(scripts: Scripting.RegisteredContentScript[]): Promise<void> {
    if (this.registered.length === 0) throw new Error("Nonexistent script ID 'overlay'");
    this.registered = [...scripts];
  }
}

/** Gives the in-memory browser a `scripting` of its own, with nothing registered. */
export function installScripting(): FakeScripting {
  const scripting = new FakeScripting();
  Object.assign(browser, { scripting });
  return scripting;
}
