import { type CitedArticle, citedArticle } from "../../../core/citations/cited-article.ts";

/** 30 November 2026. */
export const ACCESSED = Date.UTC(2026, 10, 30, 9, 15);

/** An article as these tests cite it: one of the Gazette, of 15 April 2022. */
export function cited(fields: Partial<Parameters<typeof citedArticle>[0]> = {}): CitedArticle {
  return citedArticle(
    {
      title: "Bridge closed after flood",
      url: "https://www.gazette.example/2022/bridge?id=7&part=2#top",
      published: Date.UTC(2022, 3, 15, 23, 30),
      outlet: { name: "The Gazette", domain: "gazette.example" },
      language: "en",
      ...fields,
    },
    ACCESSED,
  );
}

/** Titles that would break a careless writer of some format. */
export const HOSTILE_TITLES = {
  braces: "A } brace { and {{more",
  latex: "\\input{/etc/passwd} \\write18{ls} 100% of $5 & #1 a_b ~ ^",
  lines: "One\r\nER  - \r\nTY  - BOOK\nTI  - Two\u2028three\u0085four",
  controls: "A\u0000b\u001bc\ud800d\ufeffe",
  direction: "Left \u202eright\u2066 again",
  arabic: "إغلاق الجسر بعد الفيضان",
} as const;
