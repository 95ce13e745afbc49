import * as z from "zod/mini";
import { MAX_NAME_LENGTH, MAX_TITLE_LENGTH } from "../record/article-record.ts";
import { MAX_ADDRESS_LENGTH } from "../url/http-url.ts";
import { addressMatcher } from "../url/url-key.ts";
import { MAX_NOTE_LENGTH, MAX_SAVED_ARTICLES, MAX_TAG_LENGTH, MAX_TAGS } from "./saved-limits.ts";

/** Most stories that the user can save. */
export const MAX_SAVED = 500;

/** An article of a saved story: what is listed of it, without its text. */
export const savedArticle = z.object({
  url: z.string().check(z.maxLength(MAX_ADDRESS_LENGTH), z.regex(/^https?:\/\//)),
  title: z.string().check(z.minLength(1), z.maxLength(MAX_TITLE_LENGTH)),
  /** Name of the outlet. */
  outlet: z.string().check(z.maxLength(MAX_NAME_LENGTH)),
  /** ms since 1970; `null` where it is not known. */
  published: z.nullable(z.number()),
  /** On the scale of its data set; `null` is "not rated". */
  quality: z.nullable(z.number()),
});
export type SavedArticle = z.infer<typeof savedArticle>;

/** What the user has written about a saved story. */
export const savedNotes = z.object({
  note: z.string().check(z.maxLength(MAX_NOTE_LENGTH)),
  tags: z
    .array(z.string().check(z.minLength(1), z.maxLength(MAX_TAG_LENGTH)))
    .check(z.maxLength(MAX_TAGS)),
});
export type SavedNotes = z.infer<typeof savedNotes>;

/** A story that the user saved. It stays when its articles expire. */
export const savedStory = z.object({
  id: z.uuid(),
  /** First the article that stands for the story. */
  articles: z.array(savedArticle).check(z.minLength(1), z.maxLength(MAX_SAVED_ARTICLES)),
  ...savedNotes.shape,
  /** ms since 1970. */
  savedAt: z.number(),
});
export type SavedStory = z.infer<typeof savedStory>;

/** Adds a story to those that are saved; the list stays as it is when it is full, or has an article or the id of the story. */
export function withSaved(
  stories: readonly SavedStory[],
  added: SavedStory,
): readonly SavedStory[] {
  const isThere = stories.some(({ id }) => id === added.id) || savedWith(stories, added) !== null;
  return isThere || stories.length >= MAX_SAVED ? stories : [...stories, added];
}

/** The saved story that has the article which stands for another; `null` where there is none. */
export function savedWith(
  stories: readonly SavedStory[],
  { articles: [first] }: Pick<SavedStory, "articles">,
): SavedStory | null {
  const isFirst = addressMatcher(first === undefined ? [] : [first.url]);
  return stories.find(({ articles }) => articles.some(({ url }) => isFirst(url))) ?? null;
}
