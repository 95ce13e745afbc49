/** A made-up story, and the record of it as a publisher writes it, with one that it names. */
export const STORY = "https://www.harbour-news.example/2024/bridge";

export const RECORD = {
  title: "Bridge closed for a month",
  webUrl: STORY,
  type: "article",
  publishedDateTime: "2024-03-01T08:00:00Z",
  provider: { name: "Harbour News", domain: "harbour-news.example" },
  quality: 71,
  secured: "aGFyYm91cg==;bmV3cw==",
  related: [
    {
      title: "Commuters take the ferry",
      webUrl: "https://ferry-times.example/bridge-closed",
      type: "article",
      publishedDateTime: "2024-03-01T09:30:00Z",
      provider: { name: "Ferry Times", domain: "ferry-times.example" },
      quality: 64,
    },
  ],
};
