import type { Request } from "../../core/protocol/requests.ts";
import type { Responses } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";

/** A background that is just being suspended answers "receiving end does not exist" for a moment. */
const RETRY_AFTER_MS = 150;

/**
 * Sends a request and gives its answer. A background that could not be reached is tried once
 * more; then the answer is the failure `unavailable`.
 *
 * The answer comes from the extension's own background, so its shape is the protocol's.
 */
export async function requestOver<Type extends Request["type"]>(
  send: (message: unknown) => Promise<unknown>,
  request: Extract<Request, { type: Type }>,
): Promise<Result<Responses[Type]>> {
  for (const isLast of [false, true]) {
    try {
      const answer = await send(request);
      if (typeof answer === "object" && answer !== null && "ok" in answer)
        return answer as Result<Responses[Type]>;
    } catch {
      // Reported by the failure below.
    }
    if (!isLast) await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
  }
  return { ok: false, failure: "unavailable" };
}
