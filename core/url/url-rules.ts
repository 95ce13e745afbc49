/**
 * The general tables behind `urlKey`: the parts in which addresses of the same article may differ on any host. Each entry names
 * its source. `tracking-parameters.ts` has the parameters that say where a visitor came from, and `host-rules.ts` what holds for
 * a publisher alone.
 */

/** A label in front of a site's name that selects a rendition (mobile, AMP) of the same articles. */
interface LabelRule {
  readonly label: RegExp;
  readonly source: string;
}

export const RENDITION_LABELS: readonly LabelRule[] = [
  { label: /^www\d{0,2}$/, source: "RFC 1912-era convention; www2., www3. are mirrors" },
  {
    label: /^amp$/,
    source: "publishers' AMP hosts, e.g. amp.theguardian.com; amp-news.a.com is of news.a.com",
  },
  {
    label: /^(?:m|mobile|touch|wap)$/,
    source: "mobile hosts: developers.google.com, separate mobile URLs",
  },
];

/** Second-level labels under which country registries sell names: `amp.co.uk` is a site, not AMP of `co.uk`. */
export const REGISTRY_LABELS: ReadonlySet<string> = new Set(
  // Source: the second-level labels shared by most country sections of publicsuffix.org.
  "ac co com edu gob gov gouv go mil ne net nom or org ltd plc asn id info web biz gen govt k12 sch".split(
    " ",
  ),
);

/** A rewrite of the path. All rules are applied until nothing changes, so each has to shorten the path. */
interface PathRule {
  readonly find: RegExp;
  readonly replace: string;
  /** Whether a match means that the address is of the AMP rendition. */
  readonly amp: boolean;
  readonly source: string;
}

export const PATH_RULES: readonly PathRule[] = [
  { find: /\/{2,}/g, replace: "/", amp: false, source: "servers fold empty segments" },
  { find: /\/amp\/1$/i, replace: "", amp: true, source: "ndtv.com: /slug-123/amp/1" },
  {
    // A path that is nothing else is the page of somebody with that name (twitter.com/AMPhtml).
    find: /(?<=[^/])\/(?:(?:platform|google)\/)?(?:\.?amp|tnamp|amphtml|google-amp|amp-page)(?=\/|$)|^\/(?:(?:platform|google)\/)?(?:\.?amp|amphtml|google-amp|amp-page)(?=\/[^/])/gi,
    replace: "",
    amp: true,
    source:
      "WordPress AMP plugin (/amp/), washingtonpost.com (/amphtml/), zdnet.com (/google-amp/), thestreet.com (/.amp/), Vox Media (/platform/amp/), globo.com (/google/amp/), thenation.com (/tnamp/)",
  },
  {
    find: /\/amp-(?=[a-z]+\/[^/])/gi,
    replace: "/",
    amp: true,
    source: "/amp-articles/x for /articles/x; a word, since /amp-up-your-summer/x is none",
  },
  {
    find: /(?<=\/[a-z]+)-amp(?=\/[^/])/gi,
    replace: "",
    amp: true,
    source: "/news-amp/x for /news/x; a section, since a slug may end with an amplifier",
  },
  {
    find: /\/amp_(?=[a-z])/gi,
    replace: "/",
    amp: true,
    source: "Times Internet sites: /amp_articleshow/123.cms",
  },
  {
    find: /(?<=[^/])\/amp-(?=\d+(?:\.html?)?$)/i,
    replace: "-",
    amp: true,
    source: "HT Media sites: /slug/amp-123.html for /slug-123.html",
  },
  {
    find: /(?<=\d)-amp(?=\.[a-z]{3,5}$)/i,
    replace: "",
    amp: true,
    source: "hindustantimes.com: /slug-123-amp.html",
  },
  {
    find: /(?<=\d{6}|-[\da-f]{12})-amp$/i,
    replace: "",
    amp: true,
    source: "spiegel.de: /slug-a-UUID-amp; long enough to be a number, not a strength of current",
  },
  {
    find: /\/(?:amp\.(?:html?|php|aspx?)|index\.amp(?:\.html?)?)$/i,
    replace: "/",
    amp: true,
    source: "tweaktown.com: amp.html beside index.html; pravda.com.ua: index.amp",
  },
  {
    find: /[.,_!~]amp(?:html)?(?=(?:\.[a-z]{3,5})?$)/i,
    replace: "",
    amp: true,
    source:
      "tronc (,amp.html), nytimes.com and IDG (.amp.html), foxnews.com (.amp), hindustantimes.com (_amp.html), sueddeutsche.de (!amp), the sites of ARD (~amp.html)",
  },
  {
    find: /^\/lite(?=\/)|\/lite$/i,
    replace: "",
    amp: true,
    source: "text-only renditions at /lite/",
  },
  {
    find: /\/(?:index|default)\.(?:s?html?|php\d?|aspx?|jsp|cfm)$/i,
    replace: "/",
    amp: false,
    source: "directory index of Apache and IIS",
  },
  {
    find: /\.s?html?$/i,
    replace: "",
    amp: false,
    source: "publishers drop the suffix on AMP addresses, e.g. newindianexpress.com, foxnews.com",
  },
  { find: /\/\.{1,2}(?=\/|$)/g, replace: "", amp: false, source: "dot segments other rules leave" },
  { find: /\/$/, replace: "", amp: false, source: "trailing slash" },
];

/** Query parameters that ask for the AMP rendition. A `value` narrows the rule to that value. */
interface QueryRule {
  readonly name: RegExp;
  readonly value?: RegExp;
  readonly source: string;
}

export const AMP_PARAMETERS: readonly QueryRule[] = [
  {
    name: /^(?:_?amp(?:html|_?mode)?|(?:hs|is|no|non)_?amp)$/i,
    source:
      "WordPress AMP plugin, washingtonexaminer.com; noamp= of AMP for WordPress; hs_amp= of HubSpot",
  },
  { name: /^amp_(?:js_v|gsa|kit|lite|tf|latest_update_time)$/i, source: "Google AMP viewer" },
  { name: /^(?:usqp|aoh|_js_v)$/i, source: "Google AMP viewer" },
  {
    name: /^(?:outputtype|output|view|type|context|mode|format|layout|display|version|variant|page_?type|view_?type|tpl|template|facet|platform|render|skin|service)$/i,
    value: /^amp(?:html|art)?\/?$/i,
    source:
      "Arc XP (outputType=amp), usnews.com (context=amp), lavanguardia.com (facet=amp), GateHouse (template=ampart)",
  },
];
