import { describe, expect, test } from "vitest";
import { HOST_RULES, SYSTEM_RULES } from "../../../core/url/host-rules.ts";
import { urlIdentity, urlKey } from "../../../core/url/url-key.ts";
import { AMP_PARAMETERS, PATH_RULES, RENDITION_LABELS } from "../../../core/url/url-rules.ts";
import { PATH_SAMPLES } from "../../fixtures/urls/path-samples.ts";
import { AMP_SAMPLES } from "../../fixtures/urls/query-samples.ts";

test("each rule of each table has samples, and each table's rules name their source", () => {
  expect(PATH_SAMPLES.length).toBe(PATH_RULES.length);
  expect(AMP_SAMPLES.length).toBe(AMP_PARAMETERS.length);
  expect(HOST_SAMPLES.length).toBe(HOST_RULES.length + SYSTEM_RULES.length);
  expect(LABEL_SAMPLES.length).toBe(RENDITION_LABELS.length);
  const rules = [
    ...RENDITION_LABELS,
    ...PATH_RULES,
    ...AMP_PARAMETERS,
    ...HOST_RULES,
    ...SYSTEM_RULES,
  ];
  expect(rules.filter(({ source }) => source === "")).toEqual([]);
});

test("www is removed even when the site's name is a word that registries share", () => {
  expect(urlKey("https://www.web.de/x")).toBe("web.de/x");
});

test.each([
  ["a site under a country", "m.spiegel.de", "spiegel.de"],
  ["a site whose name registries share", "m.info.example", "info.example"],
  ["a site under such a name", "m.com.de.example", "com.de.example"],
])("a rendition's label is removed from %s", (_, host, site) => {
  expect(urlKey(`https://${host}/x`)).toBe(`${site}/x`);
});

test("an AMP host with a name is the host of that name", () => {
  expect(urlIdentity("https://amp-news.example.com/x")).toEqual({
    key: "news.example.com/x",
    host: "news.example.com",
    rendition: "amp",
  });
});

/** Hosts with a label that each rule takes off, and hosts where a like label is part of the name. */
const LABEL_SAMPLES = [
  {
    rule: "www",
    folded: ["www.example.com", "www2.example.com", "www03.example.com", "www.www.example.com"],
    kept: ["wwww.example.com", "www123.example.com", "my-www.example.com", "www.com"],
  },
  {
    rule: "amp",
    folded: [
      ...["amp.example.com", "amp.www.example.com", "www.amp.example.com"],
      ...["amp-www.example.com", "amp-m.example.com"],
    ],
    kept: [
      "amps.example.com",
      "amp2.example.com",
      "ramp.example.com",
      "amp.dev",
      "amp.co.uk",
      "amp-shop.co.uk",
    ],
  },
  {
    rule: "mobile",
    folded: ["m.example.com", "mobile.example.com", "touch.example.com", "wap.example.com"],
    kept: ["mm.example.com", "mobiles.example.com", "mobile.de", "m.com.au", "t.example.com"],
  },
];

describe.each(LABEL_SAMPLES)("label $rule", ({ folded, kept }) => {
  test.each(folded)("%s is example.com", (host) => {
    expect(urlKey(`https://${host}/x`)).toBe("example.com/x");
  });
  test.each(kept)("%s stays", (host) => {
    expect(urlKey(`https://${host}/x`)).toBe(`${host}/x`);
  });
});

describe.each(PATH_SAMPLES)("path: $rule", ({ folded, kept, rendition }) => {
  test(`what it folds is an address of the ${rendition}`, () => {
    const renditions = folded.map(([path]) => urlIdentity(`https://example.com${path}`)?.rendition);
    expect(new Set(renditions)).toEqual(new Set([rendition]));
  });
  test.each(folded)("%s is %s", (path, key) => {
    expect(urlKey(`https://example.com${path}`)).toBe(`example.com${key}`);
  });
  test.each(kept)("%s stays", (path) => {
    expect(urlKey(`https://example.com${path}`)).toBe(`example.com${path}`);
  });
});

test("each path rule shortens the path, so that applying them ends", () => {
  const paths = PATH_SAMPLES.flatMap(({ folded }) => folded.map(([path]) => path));
  for (const { find, replace } of PATH_RULES) {
    for (const path of paths) {
      const next = path.replace(find, replace);
      if (next !== path) expect(next.length).toBeLessThan(path.length);
    }
  }
});

describe.each(AMP_SAMPLES)("AMP parameter: $rule", ({ dropped, kept }) => {
  test.each(dropped)("%s is dropped", (parameter) => {
    expect(urlKey(`https://example.com/x?${parameter}`)).toBe("example.com/x");
    expect(urlKey(`https://example.com/x?${parameter}&id=7`)).toBe("example.com/x?id=7");
  });
  test.each(kept)("%s stays", (parameter) => {
    expect(urlKey(`https://example.com/x?${parameter}`)).toBe(`example.com/x?${parameter}`);
  });
});

/** Addresses that a host's own rule folds into a key, and addresses that are their own key. */
const HOST_SAMPLES = [
  {
    rule: "cnn.com",
    key: "cnn.com/2022/04/15/tech/a-slug",
    folded: [
      "amp.cnn.com/cnn/2022/04/15/tech/a-slug/index.html",
      "www.cnn.com/2022/04/15/tech/a-slug/index.html",
      "edition.cnn.com/2022/04/15/tech/a-slug/index.html",
      "lite.cnn.com/2022/04/15/tech/a-slug",
    ],
    kept: [
      "cnn.com.example/cnn/2022/04/15/a",
      "cnn.com/x/cnn/2022/04/15/a",
      "cnn.com/cnn/heroes",
      "notcnn.com/cnn/2022/04/15/tech/a-slug",
    ],
  },
  {
    rule: "usatoday.com",
    key: "usatoday.com/93094430",
    folded: [
      "amp.usatoday.com/amp/93094430",
      "eu.usatoday.com/story/news/2016/10/31/a-slug/93094430/",
      "amp.usatoday.com/story/93094430",
      "www.usatoday.com/story/news/2016/10/31/a-slug/93094430/",
    ],
    kept: [
      "usatoday.com.example/story/news/93094430",
      "usatoday.com/x/story/news/93094430",
      "usatoday.com/story/news/93094430-a",
      "usatoday.com/story/news/a-slug/12345",
      "usatoday.com/news/93094430",
      "notusatoday.com/story/news/93094430",
    ],
  },
  {
    rule: "radio-canada.ca",
    key: "ici.radio-canada.ca/nouvelle/1728875",
    folded: [
      "ici.radio-canada.ca/amp/1728875/transport-scolaire",
      "ici.radio-canada.ca/nouvelle/1728875/transport-scolaire",
    ],
    kept: [
      "ici.radio-canada.ca/info/1728875/x",
      "ici.radio-canada.ca/nouvelle/12345/x",
      "a-radio-canada.ca/nouvelle/1728875/x",
    ],
  },
  {
    rule: "benzinga.com",
    key: "benzinga.com/content/26553642",
    folded: [
      "www.benzinga.com/markets/26553642",
      "amp.benzinga.com/amp/content/26553642",
      "www.benzinga.com/markets/22/04/26553642/a-slug",
      "www.benzinga.com/pressreleases/22/04/n26553642/a-slug",
    ],
    kept: [
      "benzinga.com.example/markets/26553642",
      "benzinga.com/markets/26553642x",
      "benzinga.com/markets/22/04/265536/a-slug",
      "benzinga.com/markets/abc26553642",
      "a-benzinga.com/markets/26553642",
    ],
  },
  {
    rule: "law360.com",
    key: "law360.com/articles/1484000",
    folded: ["www.law360.com/articles/1484000/a-slug", "law360.com/articles/1484000"],
    kept: [
      "a-law360.com/articles/1484000/a-slug",
      "law360.com.example/articles/1484000/a-slug",
      "law360.com/x/articles/1484000/a-slug",
      "law360.com/cases/1484000/a-slug",
      "law360.com/articles/a-slug",
    ],
  },
  {
    rule: "reuters.com",
    key: "reuters.com/article/idUSKCN2M70C0",
    folded: [
      "mobile.reuters.com/article/amp/idUSKCN2M70C0",
      "www.reuters.com/article/us-a-slug-idUSKCN2M70C0",
    ],
    kept: [
      "a-reuters.com/article/us-a-idUSKCN2M70C0",
      "reuters.com.example/article/us-a-idUSKCN2M70C0",
      "reuters.com/x/article/us-a-idUSKCN2M70C0",
      "reuters.com/article/us-a-idUSKCN2M70C0-x",
      "reuters.com/world/a-slug-idUSKCN2M70C0",
      "reuters.com/article/us-a-slug-idea",
    ],
  },
  {
    rule: "proactiveinvestors.com",
    key: "proactiveinvestors.com/companies/news/979648",
    folded: ["www.proactiveinvestors.com/companies/news/979648/a-slug-979648.html"],
    kept: [
      "a-proactiveinvestors.com/companies/news/979648/a",
      "proactiveinvestors.com.example/companies/news/979648/a",
      "proactiveinvestors.com/x/companies/news/979648/a",
      "proactiveinvestors.com/companies/news/9796/a-slug",
      "proactiveinvestors.co.uk/companies/news/979648/a-slug",
    ],
  },
  {
    rule: "zawya.com",
    key: "zawya.com/mena/en/story/ZAWYA20220415",
    folded: [
      "www.zawya.com/mena/en/story/A_slug-ZAWYA20220415",
      "www.zawya.com/mena/en/press/story/ZAWYA20220415",
      "www.zawya.com/mena/en/story/amp/ZAWYA20220415",
      "www.zawya.com/mena/en/press-releases/story/A_slug-ZAWYA20220415/",
    ],
    kept: [
      "a-zawya.com/mena/en/story/A-ZAWYA20220415",
      "zawya.com.example/mena/en/story/A-ZAWYA20220415",
      "zawya.com/a-b/mena/en/story/A-ZAWYA20220415",
      "zawya.com/mena/en/story/A-ZAWYA20220415x",
      "zawya.com/mena/en/story/A_slug-2022",
      "zawya.com/story/A_slug-ZAWYA20220415",
    ],
  },
  {
    rule: "nos.nl",
    key: "nos.nl/l/2590123",
    folded: ["nos.nl/artikel/2590123-a-slug", "nos.nl/liveblog/2590123-a-slug", "nos.nl/l/2590123"],
    kept: ["nos.nl/collectie/13888-a-slug", "nos.nl/artikel/a-slug", "rtvnos.nl/l/2590123"],
  },
  {
    rule: "a paper of Gannett",
    key: "courier.com/5073935002",
    folded: [
      "www.courier.com/story/news/local/2020/03/17/a-slug/5073935002/",
      "eu.courier.com/story/news/2020/03/17/a-slug/5073935002/",
      "amp.courier.com/amp/5073935002",
    ],
    kept: [
      "courier.com/story/news/2020/03/17/a-slug/1234567",
      "courier.com/story/news/a-slug/5073935002",
      "courier.com/stories/news/2020/03/17/a-slug/5073935002",
      "eu.courier.com/news/2020/03/17/a-slug/5073935002",
    ],
  },
  {
    rule: "a paper of Newsquest",
    key: "theargus.co.uk/news/18701511",
    folded: [
      "www.theargus.co.uk/news/18701511.woman-hurt-hit-car/",
      "www.theargus.co.uk/news/18701511.amp/",
      "www.theargus.co.uk/news/18701511.another-headline/",
    ],
    kept: [
      "theargus.co.uk/news/18701511.jpg",
      "theargus.co.uk/news/12345.woman-hurt",
      "theargus.co.uk/18701511.woman-hurt",
      "theargus.co.uk/news/2018701511.woman-hurt",
    ],
  },
];

describe.each(HOST_SAMPLES)("host rule of $rule", ({ key, folded, kept }) => {
  test.each(folded)(`%s is ${key}`, (address) => {
    expect(urlKey(`https://${address}`)).toBe(key);
  });
  test("a query that names an article is kept", () => {
    expect(urlKey(`https://${folded[0]}?id=1`)).toBe(`${key}?id=1`);
  });
  test.each(kept)("%s stays", (address) => {
    expect(urlKey(`https://${address}`)).toBe(address);
  });
});
