import { showBundledArticle } from "./start/bundled-article.ts";
import { showLiveOutlets } from "./start/live-outlets.ts";

// npm start [live] [firefox] [PATH]: builds the extension and opens a real browser with it. Without `live` it opens
// the bundled article and prints what the user sees there; with a PATH (a folder, an archive or a table), that data is
// bundled instead. With `live` it subscribes to three outlets, polls their feeds and prints what was found.
try {
  const words = process.argv.slice(2);
  const name = words.includes("firefox") ? "firefox" : "chromium";
  const path = words.find((word) => word !== "live" && word !== "firefox");
  if (words.includes("live")) await showLiveOutlets(name);
  else await showBundledArticle(name, path);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
