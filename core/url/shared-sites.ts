/**
 * Sites that give every author, blog or show a subdomain of its own but are missing from the Public Suffix List,
 * whose private section only has sites whose owners asked for it (https://publicsuffix.org/submit/). Compared with
 * the list in tldts 7.5.4, which has blogspot.com, github.io and many more.
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
