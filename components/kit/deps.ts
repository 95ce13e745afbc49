import type { SiteAccess } from "../../core/data-set/data-set.ts";
import type { ViewRequest } from "../../core/protocol/requests.ts";
import type { Responses } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";

/** Sends a request to the background. Resolves to its answer, or to why there is none; never rejects. */
export type Send = <Type extends ViewRequest["type"]>(
  request: Extract<ViewRequest, { type: Type }>,
) => Promise<Result<Responses[Type]>>;

/**
 * Calls the listener with the present value and again after each change, or with why the value could
 * not be had. Returns a function that ends the subscription.
 */
export type Subscribe<Value> = (listener: (answer: Result<Value>) => void) => () => void;

/**
 * Has the browser ask the user for permission to access sites; `false` if the user refuses. Must be
 * called in the handler of the user's click, before anything is awaited: browsers ask only then.
 *
 * @param patterns match patterns of the sites, for the access "sites"
 */
export type RequestAccess = (access: SiteAccess, patterns: readonly string[]) => Promise<boolean>;

/** Hands a file to the user as a download. */
export type Download = (file: Blob, name: string) => void;
