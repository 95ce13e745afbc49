import type { FileHead } from "./file-head.ts";

/** A format that is not read. */
interface ForeignFormat {
  /** What a file of it is, and what the user can do. */
  readonly message: string;
  /** Whether such files mostly hold articles; a file of another kind is skipped in a folder or archive. */
  readonly isData: boolean;
  readonly recognise: (head: FileHead) => boolean;
}

const UNPACK = "unpack it first; gzip, zip and tar are read as they are";
const LIVE = "add its address under “Live outlets” in the options";
const AS_CSV = "save it as CSV (UTF-8), each sheet by itself, and add that";

/** Formats that are recognised to say what a file is; the first one counts. */
const FOREIGN_FORMATS: readonly ForeignFormat[] = [
  data("an Excel or other Office file", AS_CSV, isOfficeFile),
  data("an OpenDocument table", AS_CSV, (head) =>
    head.has("mimetypeapplication/vnd.oasis.opendocument.spreadsheet", 30),
  ),
  data("a file of an old version of Excel or Word", AS_CSV, (head) =>
    head.has([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  ),
  data("packed with bzip2", UNPACK, (head) => /^BZh[1-9]1AY&SY/.test(head.text)),
  data("packed with Zstandard", UNPACK, (head) => head.has([0x28, 0xb5, 0x2f, 0xfd])),
  data("packed with xz", UNPACK, (head) => head.has([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])),
  data("packed with 7-Zip", UNPACK, (head) => head.has([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])),
  data("a RAR archive", UNPACK, (head) => head.has("Rar!\u001a\u0007")),
  data("a SQLite database", "export its table of articles as CSV or JSON, and add that", (head) =>
    head.has("SQLite format 3\0"),
  ),
  data(
    "an encrypted Parquet file",
    "write it without encryption",
    (head) => head.has("PARE") && isBinary(head),
  ),
  data(
    "an Arrow, Feather, Avro or ORC file",
    "write the table as Parquet, which is read, and add that",
    (head) =>
      ["ARROW1", "FEA1", "Obj\u0001", "ORC"].some((mark) => head.has(mark)) && isBinary(head),
  ),
  data(
    "a web archive (WARC)",
    "extract title, address and time of its articles into CSV or JSON Lines, and add that",
    (head) => head.has("WARC/"),
  ),
  data(
    "a list of references (RIS)",
    "export it as CSV from the program that manages your references, and add that",
    ({ text }) => /^\s*TY {2}- \S/.test(text),
  ),
  data(
    "a list of references (BibTeX)",
    "export it as CSV from the program that manages your references, and add that",
    ({ text }) => /^\s*(?:%[^\n]*\n\s*)*@[a-z]+\s*\{\s*[^\s,{}"]*\s*,/i.test(text),
  ),
  other(
    "a list of feeds (OPML)",
    "open it under “Live outlets” in the options",
    (head) => rootElement(head) === "opml",
  ),
  other("a feed (RSS or Atom) that was saved as a file", `${LIVE}`, (head) =>
    ["rss", "rdf:rdf", "feed"].includes(rootElement(head)),
  ),
  other("a sitemap", `if it is a news sitemap, ${LIVE}`, (head) =>
    ["urlset", "sitemapindex"].includes(rootElement(head)),
  ),
  other(
    "a list of bookmarks",
    "export the pages as CSV, with title and url",
    ({ text }) =>
      /^\s*<!doctype netscape-bookmark-file/i.test(text) ||
      (/^\s*\{\s*"guid"/.test(text) && text.includes('"text/x-moz-place')),
  ),
  other("a web page", "articles are read from CSV, JSON, Parquet or Markdown", (head) =>
    /^(?:!doctype )?html$/.test(rootElement(head)),
  ),
  other("XML of an unknown kind", "write title, address and time as CSV or JSON", ({ text }) =>
    /^\s*<\?xml\s/.test(text),
  ),
  other("a PDF document", "articles are read from CSV, JSON, Parquet or Markdown", (head) =>
    head.has("%PDF-"),
  ),
];

function data(what: string, advice: string, recognise: ForeignFormat["recognise"]): ForeignFormat {
  return { message: `${what}, which is not read: ${advice}`, isData: true, recognise };
}

function other(what: string, advice: string, recognise: ForeignFormat["recognise"]): ForeignFormat {
  return { ...data(what, advice, recognise), isData: false };
}

/** Recognises a format that is not read; `null` for another file. */
export function foreignFormat(head: FileHead): ForeignFormat | null {
  return FOREIGN_FORMATS.find(({ recognise }) => recognise(head)) ?? null;
}

/** Whether there are bytes near the start that text does not have. */
function isBinary({ text }: FileHead): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: binary data has them, text has not
  return /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text.slice(0, 64));
}

/** Office Open XML is a zip archive whose first file has one of few names, whichever program wrote it. */
function isOfficeFile(head: FileHead): boolean {
  return (
    head.has("PK\u0003\u0004") &&
    ["[Content_Types].xml", "_rels/", "docProps/", "xl/", "word/"].some((name) =>
      head.has(name, 30),
    )
  );
}

/** What may be in front of a root element, and the text that ends it; a DOCTYPE may have declarations in brackets. */
const PROLOG: readonly (readonly [start: RegExp, end: string])[] = [
  [/^<\?/, "?>"],
  [/^<!--/, "-->"],
  [/^<!doctype\s[^>]*\[/i, "]>"],
  [/^<!doctype\s+(?!html|netscape)/i, ">"],
];
/** The most characters in front of the root element, and the most parts. */
const MAX_PROLOG = 4000;
const MAX_PARTS = 20;

/** The name of the root element of XML or HTML, in lower case; empty for another file. */
function rootElement({ text }: FileHead): string {
  let left = text.slice(0, MAX_PROLOG).trimStart();
  for (let parts = 0; parts < MAX_PARTS; parts++) {
    const part = PROLOG.find(([start]) => start.test(left));
    if (part === undefined) break;
    const end = left.indexOf(part[1]);
    if (end < 0) return "";
    left = left.slice(end + part[1].length).trimStart();
  }
  const name = /^<(!doctype\s+html|[a-z][\w:.-]*)/i.exec(left)?.[1] ?? "";
  return name.toLowerCase().replace(/\s+/, " ");
}
