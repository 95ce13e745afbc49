import browser from "webextension-polyfill";
import type { ViewRequest } from "../../core/protocol/requests.ts";
import type { Responses } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import { requestOver } from "./request.ts";

/** Asks the background from an extension page. Never throws and never hangs. */
export function ask<Type extends ViewRequest["type"]>(
  request: Extract<ViewRequest, { type: Type }>,
): Promise<Result<Responses[Type]>> {
  return requestOver((message) => browser.runtime.sendMessage(message), request);
}
