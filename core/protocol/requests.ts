import * as z from "zod/mini";
import { correctionSchema } from "../corrections/correction-schema.ts";
import { MAX_CORRECTIONS } from "../corrections/corrections.ts";
import { dataSetManifest, siteAccess } from "../data-set/data-set.ts";
import { cleanDataSetName } from "../data-set/data-set-name.ts";
import { outletPreference } from "../outlets/outlet-preference.ts";
import { MAX_OUTLETS, outletSubscription, wantedOutlet } from "../outlets/subscription.ts";
import { pageReading } from "../page/page-reading.ts";
import { MAX_HEADLINE_LENGTH } from "../page/statement-limits.ts";
import { partitionChoice } from "../published/mirror-plan.ts";
import { publishedSubscription } from "../published/subscription.ts";
import { MAX_READINGS, reading } from "../readings/reading.ts";
import { MAX_SAVED, savedNotes, savedStory } from "../saved/saved-story.ts";
import { searchQuestion } from "../search/search-question.ts";
import { settingsChange } from "../settings/settings.ts";
import { MAX_SITE_FORMS, sidebarForm, siteForm } from "../settings/site-form.ts";
import { follow, followedArticle, MAX_FOLLOWS } from "../today/follows.ts";
import { storyChoice } from "../today/story-choice.ts";
import { MAX_POINTS } from "../today/today-story.ts";
import { MAX_ADDRESS_LENGTH } from "../url/http-url.ts";

/**
 * All requests to the background, and who may send them. What each is answered with is in `responses.ts`.
 *
 * A content script shares its process with the page, so it may send only two requests. One asks what an address alone
 * tells; the other asks about an address of its own origin (to which the page could navigate at any time) and is
 * answered only with whether to show the sidebar. Extension pages may send all others.
 */
const address = z.string().check(z.maxLength(MAX_ADDRESS_LENGTH));

const pageKeyOf = z.strictObject({ type: z.literal("page.key"), url: address });

const pageSeen = z.strictObject({
  type: z.literal("page.seen"),
  /** The document's address now; the sender's address that the browser reports lags behind `pushState`. */
  url: address,
  ...pageReading.shape,
});

const dataSetId = dataSetManifest.shape.id;

/** How the user describes a data set; source and licence may be empty. */
const dataSetTexts = {
  name: z.pipe(z.pipe(z.string(), z.transform(cleanDataSetName)), dataSetManifest.shape.name),
  description: dataSetManifest.shape.description,
  licence: z.string().check(z.maxLength(1000)),
  source: dataSetManifest.shape.source,
};

/** An address, and a copy of the title for the user's list of corrections, which cuts it to its limit. */
const titledAddress = z.strictObject({ url: address, title: z.string() });

const correctedPair = z.strictObject({
  page: correctionSchema.shape.page,
  article: correctionSchema.shape.article,
});

const outletIds = z.array(z.uuid()).check(z.minLength(1), z.maxLength(MAX_OUTLETS));

const outletChange = z.partial(
  z.strictObject({
    name: outletSubscription.shape.name,
    domains: outletSubscription.shape.domains,
    every: outletSubscription.shape.every,
    isPaused: outletSubscription.shape.isPaused,
  }),
);

const publishedChange = z.partial(
  z.strictObject({
    name: dataSetTexts.name,
    choice: partitionChoice,
    access: siteAccess,
    every: publishedSubscription.shape.every,
    isEnabled: z.boolean(),
    isPaused: z.boolean(),
  }),
);

const pixels = z.number().check(z.minimum(0), z.maximum(100_000));

const frameRequest = z.discriminatedUnion("action", [
  z.strictObject({
    action: z.literal("size"),
    shape: z.enum(["panel", "sheet", "tab"]),
    width: pixels,
    height: pixels,
  }),
  z.strictObject({ action: z.literal("stay"), on: z.boolean() }),
  z.strictObject({ action: z.literal("close") }),
]);

export const requestSchemas = {
  "content-script": z.discriminatedUnion("type", [pageKeyOf, pageSeen]),
  "extension-page": z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("coverage.ofTab"),
      tab: z.int(),
      url: address,
      ...pageReading.shape,
    }),
    /** What is known of the article behind a link, by its address and its text. */
    z.strictObject({
      type: z.literal("coverage.ofLink"),
      url: address,
      text: z.string().check(z.maxLength(MAX_HEADLINE_LENGTH)),
    }),
    /** The user is done with the link that was asked about. */
    z.strictObject({ type: z.literal("link.forget") }),
    z.strictObject({ type: z.literal("frame"), frame: frameRequest }),
    /** The user has opened, collapsed or closed the sidebar of a tab: the sender's own, else `tab`. */
    z.strictObject({
      type: z.literal("sidebar.form"),
      form: sidebarForm,
      tab: z.nullable(z.int()),
    }),
    z.strictObject({ type: z.literal("siteForms.list") }),
    z.strictObject({
      type: z.literal("siteForms.add"),
      forms: z.array(siteForm).check(z.maxLength(MAX_SITE_FORMS)),
    }),
    z.strictObject({
      type: z.literal("siteForms.remove"),
      sites: z.array(siteForm.shape.site).check(z.maxLength(MAX_SITE_FORMS)),
    }),
    /** A tab shows a page that the extension cannot see: what was known of the one before is out of date. */
    z.strictObject({ type: z.literal("tab.forget"), tab: z.int() }),
    z.strictObject({ type: z.literal("options.open") }),
    /** Compares the headlines of the story of the sender's tab: of all its articles, or of the page and one other. */
    z.strictObject({ type: z.literal("compare.open"), other: z.nullable(address) }),
    /** Cites and exports the story of the sender's tab, or one article of it. */
    z.strictObject({ type: z.literal("citations.open"), article: z.nullable(address) }),
    /** Which tab the sender is in: Firefox does not tell a frame in a page. */
    z.strictObject({ type: z.literal("tab.own") }),
    z.strictObject({ type: z.literal("status") }),
    z.strictObject({ type: z.literal("settings.change"), change: settingsChange }),
    z.strictObject({
      type: z.literal("site.switch"),
      site: z.string().check(z.minLength(1), z.maxLength(253)),
      on: z.boolean(),
    }),
    /** The user hides an outlet, prefers it, or treats it like any other again (`null`). */
    z.strictObject({
      type: z.literal("outlet.prefer"),
      name: outletPreference.shape.name,
      domain: outletPreference.shape.domain,
      preference: z.nullable(outletPreference.shape.preference),
    }),
    /** What is known of an outlet. */
    z.strictObject({ type: z.literal("outlet.profile"), domain: outletPreference.shape.domain }),
    /** Opens the page with that. */
    z.strictObject({ type: z.literal("outlet.open"), domain: outletPreference.shape.domain }),
    z.strictObject({ type: z.literal("index.rebuild"), id: dataSetId }),
    z.strictObject({
      type: z.literal("import.start"),
      /** Name of the staged source file. */
      staged: z.uuid(),
      ...dataSetTexts,
      access: siteAccess,
      replaces: z.nullable(dataSetId),
    }),
    z.strictObject({ type: z.literal("import.resume") }),
    z.strictObject({ type: z.literal("import.discard") }),
    /** Deletes the files that were staged by pages that are closed. */
    z.strictObject({ type: z.literal("sources.sweep") }),
    z.strictObject({ type: z.literal("dataSet.enable"), id: dataSetId, on: z.boolean() }),
    z.strictObject({ type: z.literal("dataSet.rename"), id: dataSetId, name: dataSetTexts.name }),
    z.strictObject({ type: z.literal("dataSet.delete"), id: dataSetId }),
    z.strictObject({ type: z.literal("dataSet.restore"), id: dataSetId }),
    z.strictObject({ type: z.literal("dataSet.access"), id: dataSetId, access: siteAccess }),
    /** The user says that articles tell another story than a page, or takes that back (`null`). */
    z.strictObject({
      type: z.literal("story.correct"),
      page: titledAddress,
      /** One entry of the answer: an article and its copies. */
      articles: z.array(titledAddress).check(z.minLength(1), z.maxLength(1000)),
      verdict: z.nullable(z.literal("other-story")),
    }),
    z.strictObject({ type: z.literal("corrections.list") }),
    z.strictObject({
      type: z.literal("corrections.add"),
      pairs: z.array(correctionSchema).check(z.maxLength(MAX_CORRECTIONS)),
    }),
    z.strictObject({
      type: z.literal("corrections.remove"),
      pairs: z.array(correctedPair).check(z.maxLength(MAX_CORRECTIONS)),
    }),
    z.strictObject({ type: z.literal("corrections.clear") }),
    z.strictObject({ type: z.literal("outlets.status") }),
    /** Adds outlets. One whose feed was added already stays as it is; one that was removed comes back with its new name and sites. */
    z.strictObject({
      type: z.literal("outlets.add"),
      outlets: z.array(wantedOutlet).check(z.minLength(1), z.maxLength(MAX_OUTLETS)),
    }),
    z.strictObject({ type: z.literal("outlets.change"), id: z.uuid(), change: outletChange }),
    z.strictObject({ type: z.literal("outlets.remove"), ids: outletIds }),
    z.strictObject({ type: z.literal("outlets.restore"), ids: outletIds }),
    /** Polls these outlets now, even if they are paused; `null` polls all that are not paused. */
    z.strictObject({ type: z.literal("outlets.poll"), ids: z.nullable(outletIds) }),
    z.strictObject({ type: z.literal("outlets.stopPolling") }),
    z.strictObject({ type: z.literal("published.status") }),
    /** Fetches the manifest at an address that the user typed, and nothing else. */
    z.strictObject({ type: z.literal("published.preview"), typed: address }),
    z.strictObject({
      type: z.literal("published.add"),
      address: publishedSubscription.shape.address,
      name: dataSetTexts.name,
      pinned: publishedSubscription.shape.pinned,
      choice: partitionChoice,
      access: siteAccess,
    }),
    z.strictObject({ type: z.literal("published.change"), id: z.uuid(), change: publishedChange }),
    z.strictObject({ type: z.literal("published.remove"), id: z.uuid() }),
    z.strictObject({ type: z.literal("published.restore"), id: z.uuid() }),
    /** Checks for an update now, even when it is paused. */
    z.strictObject({ type: z.literal("published.check"), id: z.uuid() }),
    /** Ends the update that is under way and pauses the data set, so that it does not begin again by itself. */
    z.strictObject({ type: z.literal("published.cancel"), id: z.uuid() }),
    /** What the introduction begins with. */
    z.strictObject({ type: z.literal("introduction.start") }),
    /** Keeps what the user has chosen there, for when the user leaves it and comes back. */
    z.strictObject({
      type: z.literal("introduction.choose"),
      outlets: z.array(wantedOutlet).check(z.maxLength(MAX_OUTLETS)),
    }),
    /** The stories of the user's live outlets. */
    z.strictObject({
      type: z.literal("today.stories"),
      choice: storyChoice,
      /** Primary subtag of the user's language, in which headlines are preferred. */
      language: z.string().check(z.maxLength(8)),
      /** What came since then is new, ms since 1970; `null`: since the user last looked. */
      since: z.nullable(z.number()),
      most: z.int().check(z.minimum(1), z.maximum(1000)),
    }),
    /** The user has looked at today's stories. */
    z.strictObject({ type: z.literal("today.looked") }),
    z.strictObject({
      type: z.literal("today.follow"),
      articles: z.array(followedArticle).check(z.minLength(1), z.maxLength(MAX_POINTS)),
    }),
    /** By the id of the user's entry. */
    z.strictObject({ type: z.literal("today.unfollow"), id: z.uuid() }),
    z.strictObject({ type: z.literal("follows.list") }),
    z.strictObject({
      type: z.literal("follows.add"),
      follows: z.array(follow).check(z.maxLength(MAX_FOLLOWS)),
    }),
    z.strictObject({ type: z.literal("saved.list") }),
    z.strictObject({ type: z.literal("saved.save"), articles: savedStory.shape.articles }),
    /** Saves stories again that were saved before. */
    z.strictObject({
      type: z.literal("saved.add"),
      stories: z.array(savedStory).check(z.maxLength(MAX_SAVED)),
    }),
    z.strictObject({ type: z.literal("saved.change"), id: z.uuid(), ...savedNotes.shape }),
    z.strictObject({
      type: z.literal("saved.remove"),
      ids: z.array(z.uuid()).check(z.maxLength(MAX_SAVED)),
    }),
    z.strictObject({ type: z.literal("readings.list") }),
    /** Which of some articles the user has read. */
    z.strictObject({
      type: z.literal("readings.among"),
      urls: z.array(address).check(z.maxLength(2000)),
    }),
    /** Keeps readings again that were forgotten. */
    z.strictObject({
      type: z.literal("readings.add"),
      readings: z.array(reading).check(z.maxLength(MAX_READINGS)),
    }),
    /** Forgets that some articles were read; `null` forgets all. */
    z.strictObject({
      type: z.literal("readings.remove"),
      urls: z.nullable(z.array(address).check(z.maxLength(MAX_READINGS))),
    }),
    /** Articles of all data sets and live outlets by words. */
    z.strictObject({ type: z.literal("search"), question: searchQuestion }),
    z.strictObject({ type: z.literal("notice.dismiss") }),
    z.strictObject({ type: z.literal("reset") }),
  ]),
} as const;

export type Audience = keyof typeof requestSchemas;
export type PageRequest = z.infer<(typeof requestSchemas)["content-script"]>;
export type ViewRequest = z.infer<(typeof requestSchemas)["extension-page"]>;
export type Request = PageRequest | ViewRequest;

/** What the user says about an entry of the answer for a page. */
export type StoryCorrection = Omit<Extract<ViewRequest, { type: "story.correct" }>, "type">;
