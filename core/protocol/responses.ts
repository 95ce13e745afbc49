import type { Correction } from "../corrections/corrections.ts";
import type { Coverage } from "../coverage/coverage.ts";
import type { WantedOutlet } from "../outlets/subscription.ts";
import type { PageFacts } from "../page/page-facts.ts";
import type { Reading } from "../readings/reading.ts";
import type { SavedStory } from "../saved/saved-story.ts";
import type { Settings } from "../settings/settings.ts";
import type { SiteForm } from "../settings/site-form.ts";
import type { Follow } from "../today/follows.ts";
import type { DataSetStatus, DeletedDataSet, JobStatus } from "./data-set-status.ts";
import type { LiveStatus, LiveSummary } from "./live-status.ts";
import type { OutletProfileAnswer } from "./outlet-profile.ts";
import type { PreviewAnswer, PublishedSets } from "./published-status.ts";
import type { SearchAnswer, TodayAnswer } from "./today.ts";

/** The answer to a page's content script, which contains nothing of the coverage itself. */
export interface PageVerdict {
  readonly sidebar: "open" | "tab" | "none";
  /** CSS pixels. */
  readonly width: number;
}

/** Something about the index that the user should know. */
export type Notice =
  /** The database was empty or damaged and was rebuilt. */
  | "rebuilt"
  /** The browser allows no database here, so the index is in memory and is built at each start. */
  | "in-memory"
  /** Part of the stored lists of data sets or outlets cannot be read; it is kept as it is. */
  | "unreadable";

export interface Status {
  readonly settings: Settings;
  readonly notice: Notice | null;
  /** The bundled data set first, then the user's own in the order they were added. */
  readonly dataSets: readonly DataSetStatus[];
  /** Sorted by their place. */
  readonly deleted: readonly DeletedDataSet[];
  /** The job that is running, or is waiting for the user's decision. */
  readonly job: JobStatus | null;
  /** Whether data sets can be stored here, which some private windows do not allow. */
  readonly canImport: boolean;
}

/** The answer for a page, with what a view needs to show it. */
export interface TabCoverage {
  /** Of the page; empty when the tab shows none. */
  readonly address: string;
  readonly coverage: Coverage;
  /** What the page says of its article; `null` when it is not an article. */
  readonly facts: PageFacts | null;
  readonly settings: Settings;
  readonly notice: Notice | null;
  readonly live: LiveSummary | null;
}

/** What the introduction begins with. */
export interface Introduction {
  /** A story of the bundled data set, as on the page of one of its articles; `null` where there is none to show. */
  readonly example: TabCoverage | null;
  /** The outlets as the user last chose them there, before they were added; `null` until the user has changed something. */
  readonly chosen: readonly WantedOutlet[] | null;
}

/** What each request is answered with. */
export interface Responses {
  /** `pageKey`. */
  "page.key": string;
  "page.seen": PageVerdict;
  "coverage.ofTab": TabCoverage;
  "coverage.ofLink": TabCoverage;
  "link.forget": null;
  frame: null;
  "sidebar.form": null;
  /** How the user has left the sidebar on each site, the latest first; here and in the following answers. */
  "siteForms.list": readonly SiteForm[];
  /** A site that has a form already keeps it. */
  "siteForms.add": readonly SiteForm[];
  "siteForms.remove": readonly SiteForm[];
  "tab.forget": null;
  "options.open": null;
  "compare.open": null;
  "citations.open": null;
  /** `null` where the sender is in none. */
  "tab.own": number | null;
  status: Status;
  "settings.change": Settings;
  "site.switch": Settings;
  "outlet.prefer": Settings;
  "outlet.profile": OutletProfileAnswer;
  "outlet.open": null;
  "index.rebuild": Status;
  "import.start": Status;
  "import.resume": Status;
  "import.discard": Status;
  "sources.sweep": null;
  "dataSet.enable": Status;
  "dataSet.rename": Status;
  "dataSet.delete": Status;
  "dataSet.restore": Status;
  "dataSet.access": Status;
  /** When the open views have been sent the answers that follow from it. */
  "story.correct": null;
  /** The newest first, here and in the following answers. */
  "corrections.list": readonly Correction[];
  /** Pairs that exist already stay as they are. */
  "corrections.add": readonly Correction[];
  "corrections.remove": readonly Correction[];
  "corrections.clear": readonly Correction[];
  "outlets.status": LiveStatus;
  "outlets.add": LiveStatus;
  "outlets.change": LiveStatus;
  "outlets.remove": LiveStatus;
  "outlets.restore": LiveStatus;
  /** Answered once the round has begun. */
  "outlets.poll": LiveStatus;
  "outlets.stopPolling": LiveStatus;
  "published.status": PublishedSets;
  "published.preview": PreviewAnswer;
  "published.add": PublishedSets;
  "published.change": PublishedSets;
  "published.remove": PublishedSets;
  "published.restore": PublishedSets;
  "published.check": PublishedSets;
  "published.cancel": PublishedSets;
  "introduction.start": Introduction;
  "introduction.choose": null;
  "today.stories": TodayAnswer;
  "today.looked": null;
  /** Whether the story is followed now: `false` when too many are. */
  "today.follow": boolean;
  "today.unfollow": null;
  /** All that the user follows, here and in the following answer. */
  "follows.list": readonly Follow[];
  /** What is followed already stays as it is. */
  "follows.add": readonly Follow[];
  /** All that are saved, here and in the following answers but one. */
  "saved.list": readonly SavedStory[];
  /** The user's entry of the story, which may have been there before; without an id where too many are. */
  "saved.save": { readonly id: string | null; readonly isNew: boolean };
  "saved.add": readonly SavedStory[];
  "saved.change": readonly SavedStory[];
  "saved.remove": readonly SavedStory[];
  /** In order of time, here and in two of the following answers; and whether what is read from now on is kept. */
  "readings.list": { readonly readings: readonly Reading[]; readonly isKept: boolean };
  /** None while the user does not want what is read to be kept. */
  "readings.among": readonly string[];
  "readings.add": readonly Reading[];
  "readings.remove": readonly Reading[];
  search: SearchAnswer;
  "notice.dismiss": Status;
  reset: Status;
}
