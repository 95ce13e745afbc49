import browser, { type Runtime } from "webextension-polyfill";
import { type Audience, type Request, requestSchemas } from "../../core/protocol/requests.ts";
import type { Responses } from "../../core/protocol/responses.ts";
import type { Failure, Result } from "../../core/protocol/result.ts";

/** Who sent a request, as the browser vouches for it. */
export interface Sender {
  /** The tab it came from; absent for a page such as the popup. */
  readonly tab: number | undefined;
  /** The sender's own address. */
  readonly url: string;
}

/** One function for each request. */
export type Handlers = {
  readonly [Type in keyof Responses]: (
    request: Extract<Request, { type: Type }>,
    sender: Sender,
  ) => Promise<Responses[Type]>;
};

/** No caller waits longer than this, ms. A browser may end the worker after 30 s of one event. */
const TIMEOUT_MS = 25_000;

/**
 * Answers requests from the extension's own contexts. Must be called while the background script
 * first runs, or a message that wakes the worker finds no listener.
 */
export function serveMessages(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    void answer(handlers, message, sender).then(respond);
    return true;
  });
}

/** The answer to one message from anywhere: parsed, its sender checked, errors as values. */
export async function answer(
  handlers: Handlers,
  message: unknown,
  sender: Runtime.MessageSender,
): Promise<Result<unknown>> {
  const audience = audienceOf(sender);
  if (audience === null) return failure("forbidden");
  const request = requestSchemas[audience].safeParse(message);
  if (!request.success) {
    const other = audience === "content-script" ? "extension-page" : "content-script";
    return failure(requestSchemas[other].safeParse(message).success ? "forbidden" : "malformed");
  }
  const from = { tab: sender.tab?.id, url: sender.url ?? "" };
  return settled(request.data.type, () => run(handlers, request.data, from));
}

/**
 * What `work` gives, or why it gives nothing in time: nothing is thrown.
 *
 * @param what names the work in the background's console
 */
export async function settled<Value>(
  what: string,
  work: () => Promise<Value>,
): Promise<Result<Value>> {
  const { promise: timeout, resolve } = Promise.withResolvers<Result<never>>();
  const timer = setTimeout(() => resolve(failure("unavailable")), TIMEOUT_MS);
  try {
    const value = work().then((value): Result<Value> => ({ ok: true, value }));
    return await Promise.race([value, timeout]);
  } catch (error) {
    console.error("Second Source:", what, error);
    return failure("internal");
  } finally {
    clearTimeout(timer);
  }
}

async function run<Type extends keyof Responses>(
  handlers: Handlers,
  request: Extract<Request, { type: Type }>,
  sender: Sender,
): Promise<Responses[Type]> {
  const handler: Handlers[Type] = handlers[request.type];
  return handler(request, sender);
}

function failure(reason: Failure): Result<never> {
  return { ok: false, failure: reason };
}

/** What the browser says of a sender, not what the message says; `null` for who may ask nothing. */
export function audienceOf(sender: Runtime.MessageSender): Audience | null {
  if (sender.id !== browser.runtime.id) return null;
  const url = sender.url ?? "";
  if (url.startsWith(browser.runtime.getURL(""))) return "extension-page";
  const isTopFrame = sender.tab?.id !== undefined && sender.frameId === 0;
  return isTopFrame && /^https?:/.test(url) ? "content-script" : null;
}
