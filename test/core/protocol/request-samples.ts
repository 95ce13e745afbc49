import type { PageStatement } from "../../../core/page/page-statement.ts";
import type { PageRequest, ViewRequest } from "../../../core/protocol/requests.ts";
import { aManifest } from "../../fixtures/published.ts";

export const STATEMENT: PageStatement = {
  headline: "Bridge closed for a month",
  description: "Commuters take the ferry.",
  published: ["2024-03-01T08:00:00Z"],
  language: "en",
  outlet: "Harbour News",
  type: "article",
  signs: [],
};
export const CLAIM = { source: "canonical", url: "https://futurism.com/x" } as const;

const OUTLET = {
  name: "Harbour News",
  domains: ["harbour.example"],
  feed: "https://feeds.harbour.example/rss",
  country: "NO",
  language: "nb",
};
const OUTLET_ID = "0b3f6d9e-6d0c-4a53-9d0a-0d7c7f2f4c11";

const FOLLOW = {
  id: "0b3f6d9e-6d0c-4a53-9d0a-0d7c7f2f4c11",
  articles: [
    { url: "https://futurism.com/x", title: "Bridge closed", outlet: "Futurism", published: 1 },
  ],
  followedAt: 2,
};

export const SAVED = {
  id: "0b3f6d9e-6d0c-4a53-9d0a-0d7c7f2f4c12",
  articles: [
    {
      ...{ url: "https://futurism.com/x", title: "Bridge closed", outlet: "Futurism" },
      ...{ published: null, quality: 60 },
    },
  ],
  note: "",
  tags: [],
  savedAt: 2,
};

/** A sample of every request that a content script may send. */
export const PAGE_REQUESTS: readonly PageRequest[] = [
  { type: "page.seen", url: "https://futurism.com/x", claims: [CLAIM], statement: STATEMENT },
  { type: "page.key", url: "https://futurism.com/x" },
];

/** A sample of every request that a page of the extension may send. */
export const VIEW_REQUESTS: readonly ViewRequest[] = [
  {
    type: "coverage.ofTab",
    tab: 7,
    url: "https://futurism.com/x",
    claims: [CLAIM],
    statement: null,
  },
  {
    type: "today.stories",
    choice: {
      span: "day",
      section: "shared",
      without: { kind: "country", value: "GB" },
      order: "originals",
    },
    language: "en",
    since: null,
    most: 100,
  },
  { type: "today.looked" },
  {
    type: "today.follow",
    articles: [
      {
        url: "https://futurism.com/x",
        title: "Bridge closed for a month",
        outlet: "Futurism",
        published: 1,
      },
    ],
  },
  { type: "today.unfollow", id: OUTLET_ID },
  { type: "follows.list" },
  { type: "follows.add", follows: [FOLLOW] },
  { type: "readings.list" },
  { type: "readings.among", urls: ["https://futurism.com/x"] },
  {
    type: "readings.add",
    readings: [
      {
        ...{ url: "https://futurism.com/x", title: "Bridge closed", outlet: "Futurism" },
        ...{ domain: "futurism.com", at: 1, story: [7], hasOthers: true },
      },
    ],
  },
  { type: "readings.remove", urls: ["https://futurism.com/x"] },
  { type: "saved.list" },
  { type: "saved.save", articles: SAVED.articles },
  { type: "saved.add", stories: [SAVED] },
  { type: "saved.change", id: SAVED.id, note: "Ask the port", tags: ["ferry"] },
  { type: "saved.remove", ids: [SAVED.id] },
  {
    type: "search",
    question: {
      ...{ text: "bridge", domains: null, language: "en", from: null, to: null },
      quality: "any",
    },
  },
  { type: "frame", frame: { action: "size", shape: "panel", width: 360, height: 600 } },
  { type: "sidebar.form", form: "closed", tab: null },
  { type: "siteForms.list" },
  { type: "siteForms.add", forms: [{ site: "futurism.com", form: "closed" }] },
  { type: "siteForms.remove", sites: ["futurism.com"] },
  { type: "tab.forget", tab: 7 },
  { type: "coverage.ofLink", url: "https://a.example/1", text: "Ferry returns" },
  { type: "link.forget" },
  { type: "options.open" },
  { type: "compare.open", other: null },
  { type: "citations.open", article: null },
  { type: "tab.own" },
  { type: "status" },
  { type: "settings.change", change: { sidebar: "tab" } },
  { type: "site.switch", site: "futurism.com", on: false },
  { type: "outlet.open", domain: "futurism.com" },
  { type: "outlet.profile", domain: "futurism.com" },
  { type: "outlet.prefer", name: "Futurism", domain: "futurism.com", preference: "hidden" },
  { type: "index.rebuild", id: "made-up" },
  {
    type: "import.start",
    staged: "0b3f6d9e-6d0c-4a53-9d0a-0d7c7f2f4c11",
    name: "Made up",
    description: "",
    licence: "",
    source: "",
    access: "sites",
    replaces: null,
  },
  { type: "import.resume" },
  { type: "import.discard" },
  { type: "sources.sweep" },
  { type: "dataSet.enable", id: "made-up", on: false },
  { type: "dataSet.rename", id: "made-up", name: "Made up again" },
  { type: "dataSet.delete", id: "made-up" },
  { type: "dataSet.restore", id: "made-up" },
  { type: "dataSet.access", id: "made-up", access: "toolbar" },
  {
    type: "story.correct",
    page: { url: "https://futurism.com/x", title: "The page" },
    articles: [{ url: "https://a.example/1", title: "" }],
    verdict: "other-story",
  },
  { type: "corrections.list" },
  {
    type: "corrections.add",
    pairs: [
      { page: "futurism.com/x", article: "a.example/1", pageTitle: "", articleTitle: "", at: 0 },
    ],
  },
  {
    type: "corrections.remove",
    pairs: [{ page: "futurism.com/x", article: "a.example/1" }],
  },
  { type: "corrections.clear" },
  { type: "outlets.status" },
  { type: "outlets.add", outlets: [OUTLET] },
  { type: "outlets.change", id: OUTLET_ID, change: { every: 60, isPaused: true } },
  { type: "outlets.remove", ids: [OUTLET_ID] },
  { type: "outlets.restore", ids: [OUTLET_ID] },
  { type: "outlets.poll", ids: null },
  { type: "outlets.stopPolling" },
  { type: "published.status" },
  { type: "published.preview", typed: "data.example/news/" },
  {
    type: "published.add",
    address: "https://data.example/news/manifest.json",
    name: "Harbour News",
    pinned: { key: aManifest().key, version: 7, signature: aManifest().signature },
    choice: { languages: ["en"], days: 30 },
    access: "sites",
  },
  { type: "published.change", id: OUTLET_ID, change: { isPaused: true, every: 60 } },
  { type: "published.remove", id: OUTLET_ID },
  { type: "published.restore", id: OUTLET_ID },
  { type: "published.check", id: OUTLET_ID },
  { type: "published.cancel", id: OUTLET_ID },
  { type: "introduction.start" },
  { type: "introduction.choose", outlets: [OUTLET] },
  { type: "notice.dismiss" },
  { type: "reset" },
];
