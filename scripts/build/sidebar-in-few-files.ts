import type { InlineConfig, Rolldown } from "vite";
import type { Entrypoint } from "wxt";

const SIDEBAR = /\/entrypoints\/sidebar\/main\.tsx$/;
/** Has no view, and is not to load the code of one for the little that it shares with the sidebar. */
const FEED_READER = /\/entrypoints\/feed-reader\/main\.ts$/;

/** Have views of their own, and are not to load what draws a story for the little that they share with the sidebar. */
const WITHOUT_STORY = /\/entrypoints\/(?:citations|compare|options|outlet|today)\/main\.tsx$/;

/**
 * Build hook: puts all code that the sidebar shares with other pages into two files: what every view needs, and what
 * draws a story. By default each set of pages that share something gets a file of its own, and the user waits while a
 * browser loads each.
 * Vite's stand-in for `modulepreload` is for older browsers than ours.
 */
export function sidebarInFewFiles(
  entries: readonly Entrypoint[],
  { build = {} }: InlineConfig,
): void {
  const output = build.rolldownOptions?.output;
  const isOfSidebar = entries.some(({ name }) => name === "sidebar");
  if (!isOfSidebar || output === undefined || Array.isArray(output)) return;
  build.modulePreload = { polyfill: false };
  output.codeSplitting = {
    // A module's imports go into its file too, unless a group of higher priority has them.
    groups: [
      {
        name: (id, graph) => (isLoadedBy(FEED_READER, id, graph) ? "feeds" : null),
        test: /\.[jt]sx?$/,
        minShareCount: 2,
        priority: 2,
      },
      {
        name: (id, graph) =>
          isLoadedBy(SIDEBAR, id, graph) && isLoadedBy(WITHOUT_STORY, id, graph) ? "view" : null,
        test: /\.[jt]sx?$/,
        minShareCount: 2,
        priority: 1,
      },
      {
        name: (id, graph) => (isLoadedBy(SIDEBAR, id, graph) ? "story" : null),
        test: /\.[jt]sx?$/,
        minShareCount: 2,
      },
    ],
  };
}

function isLoadedBy(entry: RegExp, id: string, graph: Rolldown.ChunkingContext): boolean {
  const importers = new Set([id]);
  for (const module of importers)
    for (const importer of graph.getModuleInfo(module)?.importers ?? []) importers.add(importer);
  return [...importers].some((importer) => entry.test(importer));
}
