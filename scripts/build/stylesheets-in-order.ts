import type { Plugin } from "vite";

/** The stylesheets that pages share, each before those that build on it; a page's own comes after them. */
const SHARED = ["kit", "coverage"];

const STYLESHEET =
  /[ \t]*<link rel="stylesheet"[^>]*href="\/assets\/([\w-]+)-[\w-]{8}\.css"[^>]*>\n?/g;

/**
 * Links the stylesheets of a page in the order in which they build on each other. Vite links a page's own one before
 * those that it shares with other pages, so that the shared rules would win. Fails the build when a page does not have
 * the one that all share.
 */
export function stylesheetsInOrder(): Plugin {
  return {
    name: "stylesheets-in-order",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(html) {
        const links = Array.from(html.matchAll(STYLESHEET), ([link, name = ""]) => ({
          link,
          name,
        }));
        if (links.length === 0) return html;
        const rank = (name: string) =>
          SHARED.includes(name) ? SHARED.indexOf(name) : SHARED.length;
        const inOrder = links.toSorted((a, b) => rank(a.name) - rank(b.name));
        if (inOrder[0]?.name !== SHARED[0])
          throw new Error(
            `expected a page to link ${SHARED[0]}.css, found ${links.map(({ name }) => name)}`,
          );
        const rest = html.replaceAll(STYLESHEET, "");
        return rest.replace(
          /[ \t]*<\/head>/,
          (end) => inOrder.map(({ link }) => link).join("") + end,
        );
      },
    },
  };
}
