import { describe, expect, test } from "vitest";
import {
  DOUBTFUL_NAMES,
  OTHER_VIEWS,
  roleOf,
  SITE_PARAMETERS,
  TRACKING_FAMILIES,
  TRACKING_NAMES,
} from "../../../core/url/tracking-parameters.ts";
import { urlKey } from "../../../core/url/url-key.ts";

test("each table names its sources, and no name stands in two tables", () => {
  const tables = [...TRACKING_NAMES, ...DOUBTFUL_NAMES];
  const sourced = [...tables, ...TRACKING_FAMILIES, ...OTHER_VIEWS];
  expect(sourced.filter(({ source }) => source === "")).toEqual([]);
  const names = tables.flatMap((table) => table.names.split(" "));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  const inFamily = (name: string) => TRACKING_FAMILIES.some((family) => family.name.test(name));
  expect(names.filter(inFamily)).toEqual([]);
  const onSites = Object.values(SITE_PARAMETERS).flatMap((list) => list.split(" "));
  expect([...names, ...onSites].filter((name) => name !== name.toLowerCase())).toEqual([]);
});

describe("a parameter that says where a visitor came from is left out", () => {
  test.each([
    ...["utm_source=a", "UTM_Medium=b", "utm_social-type=x", "utml_campaign=x"],
    ...["gclid=1", "gclsrc=1", "gbraid=1", "_ga=1", "_gl=1", "ved=1", "ga_source=1"],
    ...["fbclid=1", "fb_action_ids=1", "fb_source=1", "fb_comment_id=1", "action_ref_map=1"],
    ...["msclkid=1", "cvid=1", "ocid=1", "twclid=1", "ref_src=a", "ref_url=b", "yclid=1"],
    ...["ttclid=1", "li_fat_id=1", "epik=1", "rdt_cid=1", "irclickid=1", "ir_adid=1", "awc=1"],
    ...["mc_cid=1", "mkt_tok=1", "_hsenc=1", "__hstc=1", "hsa_acc=1", "vero_id=1", "_kx=1"],
    ...["ml_subscriber_hash=1", "bsft_eid=1", "elqTrackId=1", "elqCampaignId=1", "__s=abcdef1"],
    ...["WT.mc_id=1", "wt_zmc=a", "xtor=1", "at_medium=a", "at_link_id=1", "at_custom1=1"],
    ...["at_campaign_type=x", "at_general_placement=x", "ns_campaign=1", "pk_source=1"],
    ...["mtm_cid=1", "matomo_cid=1", "piwik_campaign=1", "itm_source=1", "int_cmp_name=1"],
    ...["_branch_match_id=12", "_branch_referrer=H4s", "dpg_content=z", "dm_campaign=z"],
    ...["adjust_tracker=1", "_sgm_action=1", "cx_testid=1", "sf12345=1", "spm=a.b", "Echobox=1"],
    ...["ito=article.desktop.share.top.facebook", "iref=comtop_7_01", "maca=en-rss-en-all"],
    ...["sara_ref=re-xx-cp-sh", "mbid=mbid%3DCRMWIR", "srnd=premium-europe", "rssfeed=true"],
    ...["share_id=1", "shareid=1", "trackingid=1", "partner_id=1", "gift=1", "itid=hp"],
  ])("%s", (parameter) => {
    expect(urlKey(`https://example.com/x?${parameter}`)).toBe("example.com/x");
    expect(urlKey(`https://example.com/x?${parameter}&id=7`)).toBe("example.com/x?id=7");
  });
});

describe("a parameter that looks alike stays", () => {
  test.each([
    ...["utm=1", "xutm_a=1", "gclid2=1", "ga=1", "saved=1", "fb=1", "fb_id=1", "xfbclid=1"],
    ...["cid=1", "ocidx=1", "ref_id=1", "xref_src=1", "cycleid=1", "macao=1", "li=1", "epikos=1"],
    ...["mc_id=1", "mc=1", "dm=1", "bsft_=1", "trk_=1", "ns_no=1", "pk_no=1412361", "pk_=1"],
    ...["mtm_=1", "itm_=1", "at_customx=1", "at_no=1", "sfid=1", "model=1", "sourceid=1"],
    ...["reference=1", "giftid=1", "partners=1", "icid2=1", "wt.=1", "clickid=1", "cuid=1"],
    ...["story=1", "id=1", "p=1", "page=2", "article=1", "storyid=1", "q=a", "v=abc", "date=1"],
    ...["idx=2", "section=politics", "site=a", "input=a", "action=click", "name=a", "te=1"],
  ])("%s", (parameter) => {
    expect(urlKey(`https://example.com/x?${parameter}`)).toBe(`example.com/x?${parameter}`);
  });
});

describe("a name that is sometimes an article's", () => {
  test.each([
    ...["ref=nytimes", "ref=example.com", "source=twitter", "src=rss-main", "from=homepage"],
    ...["via=newsletter", "share=facebook", "sh=6d818f497d9e", "mod=hp_lead_pos5"],
    ...["CMP=Share_iOSApp_Other", "origin=app", "referrer=https%3A%2F%2Fa.example%2F"],
  ])("is left out with words: %s", (parameter) => {
    expect(urlKey(`https://example.com/x?${parameter}`)).toBe("example.com/x");
  });

  test.each(["ref=601", "source=12", "from=2024", "mod=7", "share=1"])(
    "stays with a number: %s",
    (parameter) => {
      expect(urlKey(`https://example.com/x?${parameter}`)).toBe(`example.com/x?${parameter}`);
    },
  );

  test.each([
    ["a home page", "/?mod=contact", "example.com?mod=contact"],
    ["a program", "/show.php?ref=harbour-reopens", "example.com/show.php?ref=harbour-reopens"],
    ["a program", "/news/view.asp?from=a&src=b", "example.com/news/view.asp?from=a&src=b"],
  ])("stays where nothing else names the article: %s", (_, address, key) => {
    expect(urlKey(`https://example.com${address}`)).toBe(key);
  });

  test.each([
    ["a program that is told the article", "/show.php?id=7&ref=home", "example.com/show.php?id=7"],
    [
      "a program with a name of words",
      "/2020/up-300-percent.aspx?source=a",
      "example.com/2020/up-300-percent.aspx",
    ],
  ])("is left out of %s", (_, address, key) => {
    expect(urlKey(`https://example.com${address}`)).toBe(key);
  });
});

describe("a link of a feed", () => {
  test.each(["input=rss", "source=rss", "x=feed", "cid=RSS", "partner=rssfeed", "ref=atom"])(
    "%s is left out",
    (parameter) => {
      expect(urlKey(`https://example.com/x?${parameter}`)).toBe("example.com/x");
    },
  );
  test.each(["format=rss", "feed=rss", "output=rss", "type=atom", "feed=rss2"])(
    "%s asks for a feed, and stays",
    (parameter) => {
      expect(urlKey(`https://example.com/x?${parameter}`)).toBe(`example.com/x?${parameter}`);
    },
  );
});

describe("another view of an article", () => {
  test.each([
    ...["pagewanted=all", "_r=0", "replytocom=12345", "print=1", "print", "printable=true"],
    ...["page=all", "view=print", "mode=single", "share=facebook&nb=1"],
  ])("%s is left out", (query) => {
    expect(urlKey(`https://example.com/x?${query}`)).toBe("example.com/x");
  });
  test.each(["print=12345", "replytocom=a", "page=2", "view=gallery", "_r=abc", "nb=2"])(
    "%s stays",
    (parameter) => {
      expect(urlKey(`https://example.com/x?${parameter}`)).toBe(`example.com/x?${parameter}`);
    },
  );
});

describe("a name that means nothing on one site", () => {
  test.each([
    ["nytimes.com", "action=click"],
    ["nytimes.com", "regi_id=12345"],
    ["cooking.nytimes.com", "module=a"],
    ["msn.com", "ei=12"],
    ["yna.co.kr", "section=politics/all"],
    ["en.yna.co.kr", "site=hot_news_view"],
    ["bloomberg.com", "in_source=embedded-checkout-banner"],
  ])("is left out there: %s, %s", (host, parameter) => {
    expect(urlKey(`https://${host}/x?${parameter}`)).toBe(`${host}/x`);
  });
  test.each(["notnytimes.com", "nytimes.com.example", "example.com"])("stays on %s", (host) => {
    expect(urlKey(`https://${host}/x?action=click`)).toBe(`${host}/x?action=click`);
  });
});

test.each([
  ["gclid", "1", "tracking"],
  ["ref", "home", "doubtful"],
  ["ref", "601", "name"],
  ["id", "7", "name"],
] as const)("%s=%s is of the role %s", (name, value, role) => {
  expect(roleOf(name, value, "example.com")).toBe(role);
});
