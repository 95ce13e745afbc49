import type { Correction } from "../corrections/corrections.ts";
import type { LiveStatus } from "./live-status.ts";
import type { PublishedSets } from "./published-status.ts";
import type { Status, TabCoverage } from "./responses.ts";
import type { Result } from "./result.ts";
import type { TodayState } from "./today.ts";
import type { ViewSubscription } from "./view-subscription.ts";

/**
 * What goes over the port between an open view and the background. A view connects, says what it shows, and is sent
 * its state at once and again after each change, until it closes. It is kept apart from the schema of what a view
 * says, which views need not load. Updates have no schema, since both ends belong to the extension.
 */

/** Name of the port that a view connects. */
export const VIEW_PORT = "view";

/** What each type of update holds. */
export interface ViewUpdates {
  /** The answer for the page of the view's tab, with the settings it is shown by. */
  readonly answer: Result<TabCoverage>;
  /** Data sets, settings, work under way. */
  readonly status: Result<Status>;
  readonly outlets: Result<LiveStatus>;
  readonly published: Result<PublishedSets>;
  /** The newest first. */
  readonly corrections: Result<readonly Correction[]>;
  readonly today: Result<TodayState>;
}

export type UpdateType = keyof ViewUpdates;

/** One message from the background to a view. */
export type ViewUpdate = {
  readonly [Type in UpdateType]: { readonly type: Type; readonly result: ViewUpdates[Type] };
}[UpdateType];

/** The types of updates that each kind of view is sent. */
export const UPDATES_OF: Readonly<Record<ViewSubscription["view"], readonly UpdateType[]>> = {
  sidebar: ["answer"],
  "side-panel": ["answer"],
  citations: ["answer"],
  popup: ["answer", "status"],
  options: ["status", "outlets", "published", "corrections"],
  welcome: ["status", "outlets", "today"],
  today: ["outlets", "today"],
};

/**
 * Sent to all extension pages when a background that has just started has an update: the ports of the previous one
 * are closed, so its views have to connect again.
 */
export const BACKGROUND_STARTED = "background.started";
