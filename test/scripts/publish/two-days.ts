import { record } from "../../fixtures/records.ts";

/** An article of a day of November 2026. */
export function article(day: number, number: number, title = `Story ${number}`) {
  const date = `2026-11-${String(day).padStart(2, "0")}`;
  const host = number % 2 === 0 ? "even.example" : "odd.example";
  return record(`https://${host}/${day}/${number}`, {
    title,
    publishedDateTime: `${date}T0${number}:00:00Z`,
    provider: { name: number % 2 === 0 ? "The Even" : "The Odd", domain: host },
  });
}

/** Three articles of one day, and two of the next. */
export const ARTICLES = [
  article(29, 1),
  article(29, 2),
  article(29, 3),
  article(30, 1),
  article(30, 2),
];
