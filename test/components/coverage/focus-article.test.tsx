// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { focusArticle } from "../../../components/coverage/focus-article.ts";
import { show } from "../kit/english.tsx";

const focused = () => document.activeElement?.textContent;

test("the focus goes through stories of today as through articles, from wherever it is in one", () => {
  const place = show(
    ["Bridge", "Cheese"].map((title) => (
      <article key={title} class="story">
        <a class="story-link" href="https://a.example/">
          {title}
        </a>
        <button type="button">Follow</button>
      </article>
    )),
  );
  focusArticle(place, 1);
  expect(focused()).toBe("Bridge");
  place.querySelector("button")?.focus();
  focusArticle(place, 1);
  expect(focused()).toBe("Cheese");
  focusArticle(place, -1);
  expect(focused()).toBe("Bridge");
});

test("where there are no articles the focus stays", () => {
  const place = show(<button type="button">Close</button>);
  place.querySelector("button")?.focus();
  focusArticle(place, 1);
  focusArticle(null, -1);
  expect(focused()).toBe("Close");
});
