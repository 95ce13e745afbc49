import browser, { type Runtime } from "webextension-polyfill";
import { type ViewSubscription, viewSubscription } from "../../core/protocol/view-subscription.ts";
import {
  BACKGROUND_STARTED,
  VIEW_PORT,
  type ViewUpdate,
} from "../../core/protocol/view-updates.ts";
import { audienceOf } from "./message-server.ts";

/** A view that is open: it has connected and said what it shows. */
export interface OpenView {
  readonly subscription: ViewSubscription;
  /** Whose page it shows: the sidebar's own, the one that the popup or the side panel names; absent for the options. */
  readonly tab: number | undefined;
  /** Sends the update, unless it says the same as the one of its type before. */
  send(update: ViewUpdate): void;
}

/** The background's end of the ports that open views connect. */
export class ViewPorts {
  readonly #views = new Map<Runtime.Port, OpenView>();
  #hasAnnounced = false;

  /**
   * Takes connections. Must be called while the background script first runs, or a connection that
   * wakes the worker finds no listener.
   *
   * @param onSubscribe called when a view has said what it shows, each time it says so
   */
  listen(onSubscribe: (view: OpenView) => void): void {
    browser.runtime.onConnect.addListener((port) => {
      const { sender } = port;
      const isView = port.name === VIEW_PORT && sender && audienceOf(sender) === "extension-page";
      if (!isView) return port.disconnect();
      port.onDisconnect.addListener(() => this.#views.delete(port));
      port.onMessage.addListener((message) => {
        const { data: subscription } = viewSubscription.safeParse(message);
        if (subscription === undefined) return;
        const view = openView(port, subscription, sender.tab?.id);
        this.#views.set(port, view);
        onSubscribe(view);
      });
    });
  }

  /** The views that are open now. */
  open(): OpenView[] {
    return [...this.#views.values()];
  }

  /**
   * Notifies open views without a connection that the background has started, once in its life. Called when something
   * has changed and not at each start: most starts only answer a page.
   */
  announce(): void {
    if (this.#hasAnnounced) return;
    this.#hasAnnounced = true;
    // Rejected where no view is open.
    browser.runtime.sendMessage({ type: BACKGROUND_STARTED }).catch(() => undefined);
  }
}

function openView(
  port: Runtime.Port,
  subscription: ViewSubscription,
  ownTab: number | undefined,
): OpenView {
  const sent = new Map<ViewUpdate["type"], string>();
  return {
    subscription,
    tab: "tab" in subscription ? subscription.tab : ownTab,
    send(update) {
      const written = JSON.stringify(update);
      if (sent.get(update.type) === written) return;
      sent.set(update.type, written);
      try {
        port.postMessage(update);
      } catch {
        // Closed in the moment before its `onDisconnect`.
      }
    },
  };
}
