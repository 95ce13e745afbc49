import browser, { type Runtime } from "webextension-polyfill";

type Listener<Argument> = (argument: Argument) => void;

/** A port as the background sees it. */
export class FakePort {
  readonly received: unknown[] = [];
  readonly name: string;
  readonly sender: Runtime.MessageSender;
  isOpen = true;
  readonly #onMessage: Listener<unknown>[] = [];
  readonly #onDisconnect: Listener<unknown>[] = [];
  readonly onMessage = {
    addListener: (listener: Listener<unknown>) => this.#onMessage.push(listener),
  };
  readonly onDisconnect = {
    addListener: (listener: Listener<unknown>) => this.#onDisconnect.push(listener),
  };

  constructor(name: string, sender: Runtime.MessageSender) {
    this.name = name;
    this.sender = sender;
  }

  postMessage(message: unknown): void {
    this.received.push(message);
  }

  /** The background closes the port. */
  disconnect(): void {
    this.isOpen = false;
  }

  /** The view says something. */
  say(message: unknown): void {
    for (const listener of this.#onMessage) listener(message);
  }

  /** The view goes away. */
  close(): void {
    this.isOpen = false;
    for (const listener of this.#onDisconnect) listener(this);
  }
}

/** Gives the in-memory browser ports, which it lacks; returns how a view connects one. */
export function installPorts(): (name: string, sender: Partial<Runtime.MessageSender>) => FakePort {
  const listeners: Listener<Runtime.Port>[] = [];
  const onConnect = { addListener: (listener: Listener<Runtime.Port>) => listeners.push(listener) };
  Object.assign(browser.runtime, { onConnect });
  return (name, sender) => {
    const port = new FakePort(name, { id: browser.runtime.id, ...sender });
    for (const listener of listeners) listener(port as unknown as Runtime.Port);
    return port;
  };
}
