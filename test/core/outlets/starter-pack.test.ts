import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type ListedOutlet, starterList } from "../../../core/outlets/starter-list.ts";
import {
  countryPack,
  languageOf,
  languagePack,
  starterPack,
} from "../../../core/outlets/starter-pack.ts";

const file = new URL("../../../data/outlets.json", import.meta.url);
const { outlets } = starterList.parse(JSON.parse(readFileSync(file, "utf8")));
const packFor = (...languages: string[]) => starterPack(languages, outlets).map((one) => one.name);

const ENGLISH = [
  ...["BBC News", "The Guardian", "NPR", "Deutsche Welle", "Al Jazeera", "France 24"],
  ...["CBS News", "The Independent"],
];

describe("the pack to begin with", () => {
  test("is English without a language, and for one that no outlet has", () => {
    expect(packFor()).toEqual(ENGLISH);
    expect(packFor("en")).toEqual(ENGLISH);
    expect(packFor("xx-XX")).toEqual(ENGLISH);
  });

  test("is of the first language", () => {
    expect(packFor("de-DE", "de", "en-US", "en")).toEqual([
      ...["tagesschau", "DER SPIEGEL", "DIE ZEIT", "Süddeutsche Zeitung"],
      ...["Frankfurter Allgemeine", "WELT", "n-tv", "Tagesspiegel"],
    ]);
    expect(packFor("fr")).toEqual([
      ...["franceinfo", "Le Monde", "Le Figaro", "Libération", "BFM TV", "20 Minutes"],
      ...["RFI", "Le Parisien"],
    ]);
    expect(packFor("es")).toEqual([
      ...["El País", "El Mundo", "La Vanguardia", "elDiario.es", "Infobae", "Clarín"],
      ...["El Tiempo", "La Jornada"],
    ]);
    expect(packFor("pt-BR", "pt")).toEqual([
      ...["Agência Brasil", "CNN Brasil", "G1", "UOL", "Público", "RTP Notícias", "Observador"],
    ]);
  });

  test("begins with outlets of the user's country", () => {
    expect(packFor("en-GB")).toEqual([
      ...["BBC News", "The Guardian", "The Independent", "Sky News"],
      ...["NPR", "Deutsche Welle", "Al Jazeera", "France 24"],
    ]);
    expect(packFor("de-AT").slice(0, 4)).toEqual([
      ...["Der Standard", "ORF", "Die Presse", "tagesschau"],
    ]);
  });

  test("is filled up from the next language, at last from English, where a language has few outlets", () => {
    expect(packFor("ja")).toEqual([
      ...["NHK", "Asahi Shimbun", "Mainichi Shimbun"],
      ...["BBC News", "The Guardian", "NPR", "Deutsche Welle", "Al Jazeera"],
    ]);
    expect(packFor("ar-EG", "ar", "fr-FR")).toEqual([
      ...["Youm7", "Al Jazeera Arabic", "Asharq Al-Awsat", "Sky News Arabia", "Hespress"],
      ...["franceinfo", "Le Monde", "Le Figaro"],
    ]);
    expect(packFor("ar").slice(5)).toEqual(["BBC News", "The Guardian", "NPR"]);
  });

  test("has one outlet of each owner", () => {
    // The Sydney Morning Herald has the owner of The Age.
    expect(packFor("en-AU").slice(0, 3)).toEqual(["ABC News", "The Age", "BBC News"]);
  });
});

test("the pack of a language is not filled up from another one", () => {
  const names = languagePack("ja", outlets).map(({ name }) => name);
  expect(names).toEqual(["NHK", "Asahi Shimbun", "Mainichi Shimbun"]);
});

test("the pack of a country has at most eight of its outlets", () => {
  expect(countryPack("ES", outlets).map(({ name }) => name)).toEqual([
    ...["El País", "El Mundo", "La Vanguardia", "elDiario.es", "ABC (Spain)", "El Confidencial"],
  ]);
  expect(countryPack("US", outlets)).toHaveLength(8);
  expect(countryPack("XX", outlets)).toEqual([]);
});

test.each([
  ["en-GB", "en"],
  ["no-NO", "nb"],
  ["nn", "nb"],
  ["", ""],
])("the language of %j is %j", (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});

describe("outlets that are no first choice", () => {
  const listed = (name: string, fields: Partial<ListedOutlet> = {}): ListedOutlet => ({
    name,
    domains: [`${name.toLowerCase()}.example`],
    country: "FI",
    language: "fi",
    feed: `https://${name.toLowerCase()}.example/rss`,
    kind: "paper",
    evidence: { kind: "checked", date: "2026-10-03" },
    ...fields,
  });
  const seen: Partial<ListedOutlet> = { evidence: { kind: "seen", date: "2026-10-03" } };

  test("come with the checked ones first, then by their kind, then by their name", () => {
    const all = [
      listed("Zeta"),
      listed("Public", { kind: "public", ...seen }),
      listed("Alpha"),
      listed("Online", { kind: "online" }),
      listed("Broadcaster", { kind: "broadcaster" }),
      listed("Mid"),
    ];
    expect(countryPack("FI", all).map(({ name }) => name)).toEqual([
      ...["Broadcaster", "Alpha", "Mid", "Zeta", "Online", "Public"],
    ]);
  });

  test("are six or more in a language, or English ones are added", () => {
    const english = listed("English", { language: "en" });
    const pack = (count: number) => {
      const finnish = Array.from({ length: count }, (_, i) => listed(`N${i}`));
      return starterPack(["fi"], [...finnish, english]).map(({ name }) => name);
    };
    expect(pack(6)).toEqual(["N0", "N1", "N2", "N3", "N4", "N5"]);
    expect(pack(5)).toEqual(["N0", "N1", "N2", "N3", "N4", "English"]);
  });
});
