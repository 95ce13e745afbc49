// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { ArticleLink } from "../../../components/kit/ArticleLink.tsx";
import { renderView } from "../../../components/kit/render-view.tsx";
import { ENGLISH } from "./english.tsx";

test("a link to an article says that it opens in a new tab", () => {
  const app = document.createElement("div");
  app.id = "app";
  document.body.replaceChildren(app);
  renderView(<ArticleLink url="https://a.example/1">Ferry returns</ArticleLink>, ENGLISH);
  const link = app.querySelector("a");
  expect([link?.target, link?.rel]).toEqual(["_blank", "noopener noreferrer"]);
  const description = document.getElementById(link?.getAttribute("aria-describedby") ?? "");
  expect(description?.textContent).toBe("Opens in a new tab");
});
