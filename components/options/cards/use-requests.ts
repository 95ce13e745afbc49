import type { Result } from "../../../core/protocol/result.ts";
import { useLocale } from "../../kit/locale.ts";
import type { ShowToast } from "../../kit/use-toast.ts";

/**
 * Functions that send requests to the background and tell the user what came of them.
 *
 * @param take called with each answer
 */
export function useRequests<Request, Value>(
  send: (request: Request) => Promise<Result<Value>>,
  take: (answer: Result<Value>) => void,
  showToast: ShowToast,
) {
  const { text } = useLocale();
  /**
   * @param message shown once the request is answered, with a way to undo it; nothing for `null`
   * @returns whether it was answered
   */
  const run = async (
    request: Request,
    message: string | null = null,
    undo?: () => void,
  ): Promise<boolean> => {
    const answer = await send(request);
    take(answer);
    if (!answer.ok) showToast({ message: text("failedUnavailable") });
    else if (message !== null) showToast({ message, undo });
    return answer.ok;
  };
  /** Sends a request if the user grants what the browser asks for. */
  const runIfGranted = async (
    granting: Promise<boolean>,
    request: Request,
    message: string | null = null,
  ): Promise<boolean> => {
    if (await granting) return run(request, message);
    showToast({ message: text("accessRefused") });
    return false;
  };
  return { run, runIfGranted };
}
