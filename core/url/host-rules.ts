/**
 * A rule for one publisher, or for all that use one content management system. It sees the host without rendition labels, and the
 * path as the general rules leave it.
 */
interface HostRule {
  readonly host: RegExp;
  readonly path: RegExp;
  /** Host and path of the key, with the path's groups filled in: `$1`, `$2`. `$host` is the host's first group. */
  readonly key: string;
  readonly source: string;
}

export const HOST_RULES: readonly HostRule[] = [
  {
    host: /^(?:(?:edition|lite|us)\.)?cnn\.com$/,
    path: /^(?:\/cnn(?=\/\d{4}\/))?(\/\d{4}\/.*)$/,
    key: "cnn.com$1",
    source: "amp.cnn.com/cnn/YYYY/… and edition.cnn.com/YYYY/… for www.cnn.com/YYYY/…",
  },
  {
    host: /^(?:eu\.)?(usatoday\.com)$/,
    path: /^\/story(?:\/.*)?\/(\d{6,})$/,
    key: "$host/$1",
    source: "Gannett: amp.usatoday.com/story/ID for usatoday.com/story/SECTION/DATE/SLUG/ID",
  },
  {
    host: /^(?:ici\.)?(radio-canada\.ca)$/,
    path: /^\/(?:nouvelle\/)?(\d{6,})(?:\/.*)?$/,
    key: "ici.$host/nouvelle/$1",
    source: "ici.radio-canada.ca/amp/ID/SLUG for /nouvelle/ID/SLUG",
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
    path: /^\/(\w+\/\w+\/)(?:.*\/)?story\/(?:[^/]*-)?((?:ZAWYA|[A-Z]{3}_)\d{8,})$/,
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

/** Rules for all sites that use one content management system, told by the form of the path. A host's own rule comes first. */
export const SYSTEM_RULES: readonly HostRule[] = [
  {
    host: /^(?:eu\.)?([a-z\d-]+\.(?:com|net|org))$/,
    path: /^\/story\/(?:[^/]+\/)+\d{4}\/\d{2}\/\d{2}\/[^/]+\/(\d{8,})$/,
    key: "$host/$1",
    source:
      "Gannett's 200 papers: /story/SECTION/YYYY/MM/DD/SLUG/ID, amp.HOST/amp/ID, and eu.HOST in Europe",
  },
  {
    host: /^([a-z\d.-]+)$/,
    path: /^(\/(?:[a-z-]+\/)+)(\d{7,9})\.[a-z\d]+(?:-[a-z\d]+)+$/,
    key: "$host$1$2",
    source: "Newsquest's 200 papers: /news/ID.SLUG/ and /news/ID.amp/",
  },
];
