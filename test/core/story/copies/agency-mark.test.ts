import { describe, expect, test } from "vitest";
import { agencyMark } from "../../../../core/story/copies/agency-mark.ts";

describe("a dateline", () => {
  test.each([
    ["HARBOUR CITY (AP) — The bridge closed on Monday", "AP"],
    ["HARBOUR CITY, Mont. (AP) — The bridge closed", "AP"],
    ["PARIS (AP) -- The bridge closed", "AP"],
    ["HARBOUR CITY, March 10 (Reuters) - The bridge closed", "Reuters"],
    ["WASHINGTON (AFP/Reuters) - The bridge closed", "AFP"],
    ["(AFP) – Le pont est fermé", "AFP"],
    ["AFP - Le pont est fermé", "AFP"],
    ["Harbour City (dpa) - Die Brücke ist zu", "dpa"],
    ["Leverkusen (dpa/lnw) - Die Brücke ist zu", "dpa"],
    ["Berlin (dpa/lno) - Die Brücke ist zu", "dpa"],
    ["(dpa-AFX) Die Brücke ist zu", "dpa"],
    ["Berlin/dpa. Die Brücke ist zu", "dpa"],
    ["Madrid, 3 may (EFE).- El puente cierra", "EFE"],
    ["(ANSA) - ROMA, 03 MAG - Il ponte è chiuso", "ANSA"],
    ["NEW DELHI (ANI): The bridge closed", "ANI"],
    ["Seoul (Yonhap) -- The bridge closed", "Yonhap"],
    ["МОСКВА (ТАСС) Мост закрыт", "TASS"],
    ["МОСКВА, 3 мая. /ТАСС/. Мост закрыт", "TASS"],
    ["МОСКВА, 3 мая — РИА Новости. Мост закрыт", "RIA Novosti"],
    ["الرباط (رويترز) - أغلق الجسر", "Reuters"],
    ["باريس (أ ف ب) - أغلق الجسر", "AFP"],
    ["[東京 3日 ロイター] - 橋が閉鎖された", "Reuters"],
    ["パリ（ロイター） - 橋が閉鎖された", "Reuters"],
    ["【共同】橋が閉鎖された", "Kyodo"],
    ["【ワシントン共同】橋が閉鎖された", "Kyodo"],
    ["新华社北京5月3日电 大桥今日关闭", "Xinhua"],
    ["北京（新华社）大桥今日关闭", "Xinhua"],
  ])("%s", (text, agency) => {
    expect(agencyMark(text)).toBe(agency);
  });
});

describe("a byline or a credit", () => {
  test.each([
    ["By The Associated Press. The bridge closed", "AP"],
    ["By Reuters Staff", "Reuters"],
    ["Die Brücke ist zu. Von dpa", "dpa"],
    ["por EFE", "EFE"],
    ["El puente cierra | EFE", "EFE"],
    ["Le pont est fermé. — AFP", "AFP"],
    ["橋が閉鎖された。(共同)", "Kyodo"],
    ["Die Brücke ist zu. (dpa)", "dpa"],
  ])("%s", (text, agency) => {
    expect(agencyMark(text)).toBe(agency);
  });
});

describe("no mark", () => {
  test.each([
    "The AP reported first",
    "An app (ap) for bridges",
    "Reuters moves to a new house",
    "The dam was leaking, according to documents seen by Reuters.",
    "The dam was leaking, according to documents reviewed by The Associated Press",
    "The dam was leaking, a person told Bloomberg; others, told by Bloomberg, agreed",
    "By Reuters' count the dam leaked nine times",
    "The Andhra Pradesh (AP) government closed the bridge",
    "Floods in Andhra Pradesh (AP)",
    "A picture of the bridge (AP Photo/Ada Quill)",
    "",
  ])("%s", (text) => {
    expect(agencyMark(text)).toBeNull();
  });
});
