/**
 * Sites that lend their subdomains to other people and are missing from the Public Suffix List's private
 * section, which is for the owners of a site to fill. By their own help pages each writer, blog or show there
 * has a name of its own under the site's; checked against the list of tldts 7 in November 2026.
 */
export const SHARED_SITES: ReadonlySet<string> = new Set([
  "beehiiv.com",
  "blogfa.com",
  "canalblog.com",
  "dreamwidth.org",
  "eklablog.com",
  "exblog.jp",
  "ghost.io",
  "hashnode.dev",
  "jimdofree.com",
  "libsyn.com",
  "livejournal.com",
  "mataroa.blog",
  "medium.com",
  "micro.blog",
  "neocities.org",
  "over-blog.com",
  "podbean.com",
  "posthaven.com",
  "squarespace.com",
  "substack.com",
  "svbtle.com",
  "tistory.com",
  "tumblr.com",
  "typepad.com",
  "weebly.com",
  "wordpress.com",
  "write.as",
]);
