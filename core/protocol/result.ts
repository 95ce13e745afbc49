/** Why a request was not answered. */
export type Failure =
  /** The request does not match the protocol. */
  | "malformed"
  /** The sender may not send this request. */
  | "forbidden"
  /** There was no answer in time, or the background could not be reached. */
  | "unavailable"
  /** The background failed; its console has the reason. */
  | "internal";

/** An answer, or the reason why there is none. Errors are never thrown across a message. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };
