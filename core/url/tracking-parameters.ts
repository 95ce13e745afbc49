/**
 * Query parameters that say where a visitor came from, and so name no article. What is in none of these tables is kept, since it
 * may name one (`?id=`, `?p=`, `story=`). Names are compared in lower case.
 *
 * Where a source says “lists”, the name is a fact on which public lists agree: AdGuard's URL tracking filter, ClearURLs, Brave's
 * query filter, Firefox's strip list, tidy-url and Dandelion Sprout's URL shortener. Left out of these lists: `clickid`, `cuid`,
 * `gci` and `maf`, which name content elsewhere and stand on links to shops; for sites, sizes of images (`w`, `h`) and what may
 * name a page (`refresh`, `cnt`, `grp`, `msr`, `oper`).
 */

interface Names {
  /** Separated by blanks. */
  readonly names: string;
  readonly source: string;
}

/** Names that no site uses for anything else. */
export const TRACKING_NAMES: readonly Names[] = [
  {
    names: "gclid gclsrc dclid gbraid wbraid srsltid _ga _gl ved gs_l",
    source: "Google Ads, Analytics and Search",
  },
  {
    names:
      "fbclid mibextid igshid igsh fb_comment_id action_object_map action_type_map action_ref_map",
    source: "Meta",
  },
  { names: "msclkid cvid ocid", source: "Microsoft" },
  { names: "twclid __twitter_impression", source: "X" },
  {
    names: "yclid ysclid ymclid _openstat erid",
    source: "Yandex, and the mark of Russian advertisements",
  },
  {
    names: "ttclid li_fat_id epik rdt_cid scid sscid irclickid irgwc awc tduid",
    source:
      "TikTok, LinkedIn, Pinterest, Reddit, Snapchat; ShareASale, impact.com, Awin, Tradedoubler",
  },
  {
    names:
      "mc_cid mc_eid mc_tc mkt_tok _hsenc _hsmi hss_channel hsctatracking vero_id vero_conv oly_enc_id oly_anon_id rb_clickid ck_subscriber_id dm_i cm_mmc cm_ven cm_me cm_cr sc_cid sc_customer sc_eh sc_uid _kx _bhlid bbeml et_rid ss_email_id vgo_ee wickedid h_sid h_slt __s _clde _cldee user_email user_email_address mindbox-click-id mindbox-message-key at_recipient_id at_recipient_list",
    source:
      "newsletter services: Mailchimp, Marketo, HubSpot, Vero, Omeda, Kit, dotdigital, Acoustic, Klaviyo, beehiiv, Blueshift, Drip, Mindbox (lists)",
  },
  {
    names: "elq elqaid elqat elqcampaignid",
    source: "Oracle Eloqua (lists)",
  },
  {
    names: "campaign_id campaignid emc hasha hashb hashc bxid cndid esrc mbid srnd sara_ref wpmm",
    source:
      "newsletters and share links of publishers: nytimes.com, wired.com, bloomberg.com, spiegel.de",
  },
  {
    names:
      "icid ico ncid cmpid s_cid s_kwcid sr_share sref smid smtyp smprod partner_id partnerid intcid intcmp int_cmp ftag ftcamp taid tblci obref oborigurl dicbo hootpostid spm scm guccounter guce_referrer guce_referrer_sig soc_src soc_trk sharetoken share_id shareid sharetype reflink recirc feedtype feedname rssfeed fromrss source_location sourcelocation src_origin srcorigin trackid trackingid tracking_id smclient itid wprss wpisrc pwapi_token unlocked_article_code gift giftcopy leadsource ex_cid echobox os_ehash",
    source:
      "share buttons, widgets and analytics of publishers: Yahoo, Outbrain, Taboola, Echobox, washingtonpost.com",
  },
  {
    names:
      "asgtbndr rtkcid ymid famad_xuid uclickhash aiad_clid oprtrack admitad_uid gps_adid unicorn_click_id external_click_id vc_lpp ebisadid adfrom _zucks_suid __io_lv _io_session_id ceneo_spo",
    source: "advertising networks (lists)",
  },
  {
    names: "ito iref maca wtrid",
    source: "metro.co.uk and dailymail.co.uk, asahi.com, dw.com, welt.de",
  },
];

interface Family {
  readonly name: RegExp;
  readonly source: string;
}

/** Names that are told by their form. */
export const TRACKING_FAMILIES: readonly Family[] = [
  { name: /^utml?_/, source: "Google Analytics campaign parameters, with utml_ as a common slip" },
  {
    name: /_(?:source|medium|campaign)(?:_?(?:id|name))?$/,
    source:
      "campaign parameters of other makes: dpg_source (DPG Media), dm_campaign, hmb_medium, nx_source, re_source",
  },
  { name: /^fb_(?:action|source|ref)\w*$/, source: "Meta" },
  { name: /^(?:ref|twitter)_(?:src|url)$/, source: "X: ref_src, ref_url" },
  {
    name: /^(?:hsa|dpg|otm|mtm|itm|matomo|piwik|adjust|oft|bsft|trk|cx|_branch|_sgm|dop|ga)_\w+$/,
    source:
      "HubSpot Ads, DPG Media, Matomo, Parse.ly, adjust.com, Blueshift, Cxense, Branch, Seznam; ga_ of the first Google Analytics",
  },
  {
    name: /^pk_(?:campaign|keyword|kwd|source|medium|content|cid|cpn|vid|group|placement)$/,
    source: "Piwik; pk_no and the like are primary keys of articles",
  },
  { name: /^ir_(?:campaign|ad|partner)id$/, source: "impact.com" },
  { name: /^int_(?:source|medium|campaign|content|cmp_\w+)$/, source: "campaigns within a site" },
  {
    name: /^(?:__hs\w+|ml_subscriber\w*|elqtrack\w*)$/,
    source: "HubSpot, MailerLite, Oracle Eloqua",
  },
  { name: /^(?:wt_?z?mc\w*|wt\.\w+|xtor|xtref)$/, source: "Webtrends, AT Internet" },
  {
    name: /^at_(?:medium|campaign|custom\d|link|format|bbc_team|ptr_name|creation|variant|network|term|channel|emailtype|\w+_placement)(?:_[a-z]+)?$/,
    source: "AT Internet",
  },
  { name: /^ns_(?:mchannel|source|campaign|linkname|fee|type|referrer)$/, source: "comScore" },
  { name: /^sf\d+$/, source: "Sprinklr, which numbers its campaigns" },
];

/**
 * Names that mostly say where a visitor came from, but name the article on some sites (`?ref=601`). They are kept with a number,
 * and where nothing else in the address could name the article.
 */
export const DOUBTFUL_NAMES: readonly Names[] = [
  {
    names: "ref ref_ refid referer referrer source src from origin via share shared sh",
    source:
      "share buttons and links; `ref` and `source` name articles in some content management systems",
  },
  {
    names: "mod cmp rss",
    source:
      "wsj.com and marketwatch.com (mod=hp_lead_pos5), theguardian.com (CMP=Share_iOSApp_Other)",
  },
];

/** Parameters that show the same article in another form: printed, on one page, with a comment's form. */
export const OTHER_VIEWS: readonly (Family & { readonly value?: RegExp })[] = [
  { name: /^pagewanted$/, source: "nytimes.com: pagewanted=all, pagewanted=print" },
  { name: /^_r$/, value: /^\d?$/, source: "nytimes.com: _r=0" },
  { name: /^nb$/, value: /^1$/, source: "WordPress share links: share=facebook&nb=1" },
  { name: /^replytocom$/, value: /^\d+$/, source: "WordPress: the form that answers a comment" },
  {
    name: /^(?:print(?:able|er|view|_view|erfriendly)?|singlepage)$/,
    value: /^(?:1|true|yes|y)?$/i,
    source: "print views of content management systems",
  },
  {
    name: /^(?:page|view|mode|output|layout|format)$/,
    value: /^(?:print|all|single(?:page)?)$/i,
    source: "print views and views of all pages",
  },
];

/** A parameter with this value is of a link in a feed, but for the names that ask for the feed itself. */
export const FEED_VALUE = /^(?:rss|rss[-_]?feed|atom|feed)$/i;
export const FEED_REQUEST = /^(?:format|output|feed|type|mode|view|alt|outputtype|action|do)$/;

/** Names that are free of meaning on these sites alone; lists, unless another source is named. */
export const SITE_PARAMETERS: Readonly<Record<string, string>> = {
  "aktualne.cz": "seq_no",
  "barrons.com": "refsec siteid yptr",
  "bild.de": "t_ref",
  "bloomberg.com": "frommostread in_source",
  "bostonglobe.com": "p1",
  "businessinsider.com": "inline-endstory-related-recommendations r op",
  "buzzfeed.com": "d_id",
  "buzzfeednews.com": "d_id bfsource",
  "cbc.ca": "webview appname udid __vfz",
  "channelnewsasia.com": "cid",
  "cnbc.com": "__source par",
  "cnn.com": "hpt iid cid",
  "dailymail.co.uk": "mrn_rm reg_source",
  "diepresse.com": "xt_at",
  "elmundo.es": "cid",
  "euronews.com": "_ope",
  "fastcompany.com": "partner",
  "fortune.com": "xid queryly",
  "independent.co.uk": "regsourcemethod",
  "koreaherald.com": "ace_search",
  "marketwatch.com": "siteid yptr",
  "msn.com": "ignorejs pfr inst li telemetrysync bv pc ei",
  "nbcnews.com": "cid repost",
  "news.com.au": "sourcecode",
  "newsweek.com": "subref",
  "novinky.cz": "seq_no",
  "nytimes.com":
    "action algo alpha block checkout_entry_point fellback imp_id impression_id index instance_id login_source module name nl pgtype pool rank ref_page regi_id region req_id searchresultposition section segment_id shadow_vec_sim surface te user_id variant",
  "onet.pl": "srcc",
  "reuters.com": "edition-redirect",
  "scmp.com": "campaign module pgtype",
  "seznamzpravy.cz": "seq_no",
  "smh.com.au": "btis",
  "spiegel.de": "b",
  "techcrunch.com": "sr",
  "theatlantic.com": "referral",
  "theepochtimes.com": "ea_med ea_src",
  "theguardian.com": "acquisitiondata refpvid",
  "thehill.com": "email emaila emailb",
  "theverge.com": "ueid",
  "time.com": "iid xid",
  "washingtonpost.com": "s_l",
  "wsj.com": "trackingcode cid inttrackingcode",
  "yahoo.com": "fr fr2 pid sid .src pspid activity tsrc",
  "yna.co.kr": "section site input",
};

const ALWAYS = setOf(TRACKING_NAMES);
const DOUBTFUL = setOf(DOUBTFUL_NAMES);
const ON_SITE = new Map(
  Object.entries(SITE_PARAMETERS).map(([site, names]) => [site, new Set(names.split(" "))]),
);

function setOf(table: readonly Names[]): ReadonlySet<string> {
  return new Set(table.flatMap(({ names }) => names.split(" ")));
}

/**
 * Whether a parameter of an address says where a visitor came from (`tracking`), may do so or name the article (`doubtful`), or
 * is part of the article's name (`name`).
 *
 * @param host without rendition labels, in lower case
 */
export function roleOf(
  name: string,
  value: string,
  host: string,
): "tracking" | "doubtful" | "name" {
  const lower = name.toLowerCase();
  if (ALWAYS.has(lower) || isOfSite(lower, host)) return "tracking";
  if (FEED_VALUE.test(value) && !FEED_REQUEST.test(lower)) return "tracking";
  if (DOUBTFUL.has(lower)) return /^\d+$/.test(value) ? "name" : "doubtful";
  const isFamily = TRACKING_FAMILIES.some((family) => family.name.test(lower));
  if (isFamily) return "tracking";
  const isView = OTHER_VIEWS.some(
    (view) => view.name.test(lower) && (view.value?.test(value) ?? true),
  );
  return isView ? "tracking" : "name";
}

function isOfSite(name: string, host: string): boolean {
  for (let at = 0; at !== -1; at = host.indexOf(".", at + 1)) {
    const names = ON_SITE.get(host.slice(at === 0 ? 0 : at + 1));
    if (names?.has(name) === true) return true;
  }
  return false;
}
