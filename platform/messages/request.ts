import type { Request } from "../../core/protocol/requests.ts";
import type { Responses } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";

/** A background that is just being suspended answers "receiving end does not exist" for a moment, on a busy machine for seconds. */
const RETRY_AFTER_MS = [150, 500, 1500] as const;

/**
 * Sends a request and gives its answer. A background that could not be reached is tried three times
 * more; then the answer is the failure `unavailable`.
 *
 * The answer comes from the extension's own background, so its shape is the protocol's.
 */
export async function requestOver<Type extends Request["type"]>(
  send: (message: unknown) => Promise<unknown>,
  request: Extract<Request, { type: Type }>,
): Promise<Result<Responses[Type]>> {
  for (const pause of [...RETRY_AFTER_MS, null]) {
    try {
      const answer = await send(request);
      if (typeof answer === "object" && answer !== null && "ok" in answer)
        return answer as Result<Responses[Type]>;
    } catch {
      // Reported by the failure below.
    }
    if (pause !== null) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return { ok: false, failure: "unavailable" };
}
