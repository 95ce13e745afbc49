/** Why a request was not answered. */
export type Failure =
  /** The request is not of the protocol. */
  | "malformed"
  /** The sender may not ask this. */
  | "forbidden"
  /** No answer in time, or the background could not be reached. */
  | "unavailable"
  /** The background failed; its console has the reason. */
  | "internal";

/** An answer or the reason why there is none; nothing is thrown across a message. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure };
