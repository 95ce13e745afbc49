import { describe, expect, test } from "vitest";
import { headlineDetails } from "../../../../core/story/words/headline-details.ts";

describe("the details of a headline are", () => {
  test.each([
    ["its names", "Three killed in bus accident near Lyon", ["lyon"]],
    ["its figures", "Magnitude 6.4 earthquake leaves 1,200 homeless", ["6.4", "1200", "magnitude"]],
    ["no years", "Budget for 2027 passes in Harwick", ["harwick"]],
    ["no function words", "What to know about The Harwick plan", ["harwick"]],
    ["the first word, where there is no other name", "Tolford library opens at night", ["tolford"]],
    ["not the first word, where there is", "Library in Harwick opens at night", ["harwick"]],
    ["no first word without a capital", "iPhone sales fall", []],
    ["the last place, where all words have capitals", "Fire in Depot in Harwick", ["harwick"]],
    ["none, where all words have capitals and none is a place", "Fire Kills Two", []],
    ["the last place in German", "Großbrand in Lagerhalle in Bochum am Freitag", ["bochum"]],
    ["a town behind its mayor in German", "Vogt wird Oberbürgermeisterin von Jena", ["jena"]],
    ["no German noun beside a place", "SPD gewinnt Bürgermeisterwahl in Jena", ["jena"]],
    [
      "names in Swedish",
      "Två döda i brand på hotell i Malmö, uppger Räddningstjänsten",
      ["malmo", "raddningstjansten"],
    ],
    ["no German nouns", "Busse und Bahnen stehen am Freitag wegen Warnstreik still", []],
    ["a place before a colon", "Bremen: Busse und Bahnen stehen still", ["bremen"]],
    ["names in Spanish", "Detenido el alcalde de Soria por un caso de corrupción", ["soria"]],
    ["names in French", "À Nantes, les éboueurs reconduisent la grève", ["nantes"]],
    ["places in Arabic", "حريق كبير في سوق العتبة وسط القاهرة", ["القاهرة"]],
    [
      "no Arabic words for a part of a country",
      "زلزال بقوة 4.9 يضرب شمال الجزائر",
      ["4.9", "الجزاير"],
    ],
    ["figures in Chinese", "云南大理发生5.0级地震", ["5.0"]],
    ["none in punctuation", "— … !?", []],
  ])("%s: %s", (_, headline, details) => {
    expect([...headlineDetails(headline)]).toEqual(details);
  });
});
