import { describe, expect, test } from "vitest";
import { shownHost } from "../../../core/url/shown-host.ts";

describe("a host is shown in its own letters", () => {
  test.each([
    "bücher.example",
    "www.münchen.example",
    "الجزائر.example",
    "مصر",
    "テスト.example",
    "中文.example",
    "한국",
    "стопкоронавирус.рф",
    "24рбк.рф",
    "новости-и-погода-на-завтра-24.рф",
    "חדשות.example",
    "समाचार.example",
    "ข่าวด่วน.example",
    "大한민국.example",
    "新聞とテレビ.example",
    "tiếng-việt-24.example",
    "żółćğŵ.example",
    "一鿋一鿋.example",
    "ελλάδα.ελ",
    "123.bücher.example",
    "пример.news.рф",
  ])("%s", (shown) => {
    expect(shownHost(new URL(`http://${shown}/`).hostname)).toBe(shown);
  });
});

describe("a host stays as it is", () => {
  test.each([
    ["without other letters", "futurism.com"],
    ["in numbers", "192.168.0.1"],
    ["with Cyrillic letters among Latin ones", new URL("http://fаcebook.example").hostname],
    ["all in Cyrillic letters that pass for Latin ones", "xn--80ak6aa92e.com"],
    ["in Cyrillic letters below a Latin domain", new URL("http://пример.пример.com").hostname],
    ["in Greek letters below a Latin domain", new URL("http://ωρα.example").hostname],
    ["with Greek letters among Latin ones", new URL("http://abγ.example").hostname],
    ["in two scripts of one region", new URL("http://חדשותأخبار.example").hostname],
    ["in Korean and Japanese letters", new URL("http://한テレビ.example").hostname],
    ["with an old Latin letter", new URL("http://ȝorn.example").hostname],
    ["with a Latin letter before Korean ones", new URL("http://a한국.example").hostname],
    ["with a Latin letter after Japanese ones", new URL("http://テレビa.example").hostname],
    ["with a Latin letter before a Cyrillic one", new URL("http://aб.рф").hostname],
    ["with a Latin letter after a Cyrillic one", new URL("http://бa.рф").hostname],
    ["with a Latin letter before a Greek one", new URL("http://aω.ελ").hostname],
    ["with a Latin letter after a Greek one", new URL("http://ωa.ελ").hostname],
    ["with a phonetic letter", new URL("http://fɑcebook.example").hostname],
    ["with a sign that is no letter", new URL("http://a⁂b.example").hostname],
    ["that decodes to nothing", "xn--999999999999999.example"],
    ["that is not what its letters encode to", "xn--a.example"],
    ["that decodes to more than there are letters", "xn--0000000000.example"],
    ["with a sign that encodes nothing", "xn--bcher_kva.example"],
    ["with an empty label", "xn--.example"],
  ])("%s", (_, host) => {
    expect(shownHost(host)).toBe(host);
  });
});
