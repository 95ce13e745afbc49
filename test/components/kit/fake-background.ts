import type { Send } from "../../../components/kit/deps.ts";
import type { Request, ViewRequest } from "../../../core/protocol/requests.ts";
import type { Responses } from "../../../core/protocol/responses.ts";
import type { Result } from "../../../core/protocol/result.ts";

type Answers = {
  [Type in ViewRequest["type"]]?:
    | Responses[Type]
    | ((request: Extract<ViewRequest, { type: Type }>) => Responses[Type]);
};

/** Stands in for the background: notes each request, and answers by its type. */
export class FakeBackground {
  readonly requests: Request[] = [];
  readonly answers: Answers;
  /** Answers every request with the failure "unavailable". */
  isUnavailable = false;

  constructor(answers: Answers = {}) {
    this.answers = answers;
  }

  readonly send: Send = async (request) => {
    this.requests.push(request);
    const unavailable = { ok: false, failure: "unavailable" } as const;
    const answer: unknown = this.answers[request.type as ViewRequest["type"]];
    if (this.isUnavailable || answer === undefined) return unavailable;
    const value = typeof answer === "function" ? answer(request) : answer;
    return { ok: true, value } as Result<never>;
  };

  /** The requests of a type so far. */
  of<Type extends ViewRequest["type"]>(type: Type): Extract<ViewRequest, { type: Type }>[] {
    return this.requests.filter(
      (request): request is Extract<ViewRequest, { type: Type }> => request.type === type,
    );
  }
}
