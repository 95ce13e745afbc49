import { vi } from "vitest";
import { StoryView } from "../../../components/coverage/StoryView.tsx";
import type { ArticleCoverage, RelatedArticle } from "../../../core/coverage/coverage.ts";
import type { StoryOrder } from "../../../core/settings/settings.ts";
import { article, PUBLISHED } from "../answers.ts";
import { show } from "../kit/english.tsx";

export const PAGE = article("The Gazette", {
  title: "The page",
  published: PUBLISHED,
  quality: 60,
});

export const onReject = vi.fn<(article: RelatedArticle) => void>();
export const onOrder = vi.fn<(order: StoryOrder) => void>();
export const onUndo = vi.fn<(article: RelatedArticle) => void>();

export function view(coverage: ArticleCoverage, order: StoryOrder = "match"): HTMLElement {
  return show(
    <StoryView
      coverage={coverage}
      showImages={false}
      order={order}
      onOrder={onOrder}
      onReject={onReject}
      onUndo={onUndo}
    />,
  );
}

export const standing = (place: HTMLElement) => place.querySelector(".page-standing");
