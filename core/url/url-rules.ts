/**
 * The tables behind `urlKey`: the parts in which addresses of the same article may differ.
 *
 * General rules come first and apply to every host. `HOST_RULES` is for the few publishers whose AMP
 * addresses no general rule covers. Each entry names its source.
 */

/** A label in front of a site's name that selects a rendition (mobile, AMP) of the same articles. */
interface LabelRule {
  readonly label: RegExp;
  readonly source: string;
}

export const RENDITION_LABELS: readonly LabelRule[] = [
  { label: /^www\d{0,2}$/, source: "RFC 1912-era convention; www2., www3. are mirrors" },
  { label: /^amp$/, source: "publishers' AMP hosts, e.g. amp.theguardian.com" },
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
    find: /\/(?:(?:platform|google)\/)?(?:\.?amp|amphtml|google-amp|amp-page)(?=\/|$)/gi,
    replace: "",
    amp: true,
    source:
      "WordPress AMP plugin (/amp/), washingtonpost.com (/amphtml/), zdnet.com (/google-amp/), thestreet.com (/.amp/), Vox Media (/platform/amp/), globo.com (/google/amp/)",
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
    find: /[.,_!]amp(?=(?:\.[a-z]{3,5})?$)/i,
    replace: "",
    amp: true,
    source:
      "tronc (,amp.html), nytimes.com and IDG (.amp.html), foxnews.com (.amp), hindustantimes.com (_amp.html), sueddeutsche.de (!amp)",
  },
  {
    find: /\/amp\.(?:html?|php|aspx?)$/i,
    replace: "/",
    amp: true,
    source: "tweaktown.com: amp.html beside index.html",
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
    name: /^(?:_?amp(?:html|_?mode)?|(?:is|no|non)_?amp)$/i,
    source: "WordPress AMP plugin, washingtonexaminer.com; noamp= of AMP for WordPress",
  },
  { name: /^amp_(?:js_v|gsa|kit|lite|tf|latest_update_time)$/i, source: "Google AMP viewer" },
  { name: /^(?:usqp|aoh|_js_v)$/i, source: "Google AMP viewer" },
  {
    name: /^(?:outputtype|output|view|type|context|mode|format|layout|display|version|variant|page_?type|view_?type|tpl|template|facet|platform|render|skin|service)$/i,
    value: /^amp(?:html)?$/i,
    source: "Arc XP (outputType=amp), usnews.com (context=amp), lavanguardia.com (facet=amp)",
  },
];

/**
 * Query parameters that record where a visitor came from. What is not listed is kept, since it may
 * name the article (`?id=`, `?p=`, `story=`).
 */
export const TRACKING_PARAMETERS: readonly QueryRule[] = [
  { name: /^utm_/i, source: "Google Analytics campaign parameters" },
  {
    name: /^(?:gclid|gclsrc|dclid|gbraid|wbraid|gad_source|gad_campaignid|srsltid|_ga|_gl|ved)$/i,
    source: "Google Ads and Analytics",
  },
  { name: /^(?:fbclid|fb_(?:action|source|ref)\w*|mibextid|igshid|igsh)$/i, source: "Meta" },
  { name: /^(?:msclkid|cvid|ocid)$/i, source: "Microsoft Advertising, msn.com" },
  { name: /^(?:twclid|__twitter_impression|ref_src|ref_url)$/i, source: "X" },
  { name: /^(?:yclid|_openstat|ysclid)$/i, source: "Yandex" },
  { name: /^maca$/i, source: "dw.com, in the links of its feeds" },
  {
    name: /^(?:ttclid|li_fat_id|li_source|li_medium|epik|rdt_cid|scid|sscid)$/i,
    source: "TikTok, LinkedIn, Pinterest, Reddit, Snapchat",
  },
  {
    name: /^(?:mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|__hs\w+|hss_channel|hsctatracking|vero_id|vero_conv|oly_enc_id|oly_anon_id|ml_subscriber\w*|ck_subscriber_id|bsft_\w+|dm_i|elqtrack\w*|cm_mmc|cm_ven|sc_cid|trk_\w+)$/i,
    source: "newsletter services: Mailchimp, Marketo, HubSpot, Vero, Omeda, Kit, Blueshift",
  },
  {
    name: /^(?:wt_?mc\w*|wt\.\w+|xtor|xtref|at_(?:medium|campaign|custom\d|link\w*|format|bbc_team|ptr_name)|ns_\w+|pk_\w+|mtm_\w+|matomo_\w+|piwik_\w+|itm_\w+|icid|ico|ncid|cid_source|cmp|cmpid|campaign_?id|s_cid|s_kwcid|sr_share|sref|smid|smtyp|smprod|partner_?id|intcid|int_?cmp|int_(?:source|medium|campaign)|ftag|ftcamp|taid|tblci|obref|oborigurl|dicbo|hootpostid|sf\d+|spm|scm|guccounter|guce_referrer(?:_sig)?|soc_(?:src|trk)|sharetoken|share_?id|shared?|sh|sharetype|reflink|mod|recirc|rss|feed(?:type|name)|source_?location|src_?origin|trackid|tracking_?id|cx_\w+|via|ref|referrer|referer|refid|source|src|from|origin|smclient|itid|wprss|wpisrc|wpmm|pwapi_token|unlocked_article_code|emc|gift|giftcopy|leadsource|traffic_source|ex_cid)$/i,
    source:
      "web analytics and share buttons of publishers: Webtrends, AT Internet, Matomo, Adobe, Outbrain, Taboola, nytimes.com, washingtonpost.com, wsj.com",
  },
];

/** A rule for one publisher. It sees the host without rendition labels and the path after `PATH_RULES`. */
interface HostRule {
  readonly host: RegExp;
  /** Matched against the cleaned path; the key becomes `key` with `$1`, `$2` filled in. */
  readonly path: RegExp;
  readonly key: string;
  readonly source: string;
}

export const HOST_RULES: readonly HostRule[] = [
  {
    host: /^cnn\.com$/,
    path: /^\/cnn(\/\d{4}\/.*)$/,
    key: "cnn.com$1",
    source: "amp.cnn.com/cnn/YYYY/… for www.cnn.com/YYYY/…",
  },
  {
    host: /^usatoday\.com$/,
    path: /^\/story(?:\/.*)?\/(\d{6,})$/,
    key: "usatoday.com/story/$1",
    source: "Gannett: amp.usatoday.com/story/ID for usatoday.com/story/SECTION/DATE/SLUG/ID",
  },
  {
    host: /^benzinga\.com$/,
    path: /^\/(?:[^/]+\/)*?[a-z]{0,2}(\d{7,})(?:\/.*)?$/,
    key: "benzinga.com/content/$1",
    source: "amp.benzinga.com/amp/content/ID for /SECTION/YY/MM/ID/SLUG",
  },
  {
    host: /^law360\.com$/,
    path: /^\/articles\/(\d+)(?:\/.*)?$/,
    key: "law360.com/articles/$1",
    source: "the slug after the number is decoration",
  },
  {
    host: /^reuters\.com$/,
    path: /^\/article\/(?:.*[-/])?(id[A-Z0-9]{8,})$/,
    key: "reuters.com/article/$1",
    source: "mobile.reuters.com/article/amp/ID for /article/SLUG-ID (until 2021)",
  },
  {
    host: /^proactiveinvestors\.com$/,
    path: /^\/(\w+)\/news\/(\d{5,})(?:\/.*)?$/,
    key: "proactiveinvestors.com/$1/news/$2",
    source: "the slug after the number is decoration",
  },
  {
    host: /^zawya\.com$/,
    path: /^\/(\w+\/\w+\/)(?:.*\/)?story\/(?:[^/]*-)?(ZAWYA\d{8,})$/,
    key: "zawya.com/$1story/$2",
    source: "/mena/en/story/amp/ID for /mena/en/press-releases/story/SLUG-ID",
  },
  {
    host: /^nos\.nl$/,
    path: /^\/(?:l|artikel|video|liveblog)\/(\d{5,})(?:-[^/]*)?$/,
    key: "nos.nl/l/$1",
    source: "feeds.nos.nl links /l/ID, which leads to /artikel/ID-SLUG",
  },
];
