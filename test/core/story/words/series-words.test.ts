import { expect, test } from "vitest";
import { isSeriesWord } from "../../../../core/story/words/series-words.ts";
import { splitWords } from "../../../../core/story/words/split-words.ts";

test.each([
  ...["3", "2nd", "january", "janvier", "janeiro", "enero", "января", "february", "février"],
  ...["febrero", "fevereiro", "февраля", "mars", "März", "march", "marco", "марта", "март"],
  ...["marzo", "april", "avril", "abril", "апреля", "mai", "May", "mayo", "maio", "мая"],
  ...["june", "juin", "Juni", "junio", "junho", "июня", "july", "juillet", "Juli", "julio"],
  ...["julho", "июля", "august", "августа", "agosto", "août", "September", "septembre"],
  ...["septiembre", "setembro", "сентября", "october", "Oktober", "octubre", "октября"],
  ...["outubro", "november", "noviembre", "ноября", "december", "Dezember", "diciembre"],
  ...["декабря", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  ...["Montag", "Dienstag", "Donnerstag", "Freitag", "Samstag", "Sonntag", "Mittwoch", "one"],
  ...["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "first"],
  ...["second", "third", "fourth", "fifth", "erste", "dritter", "zweite", "zweiten", "zweites"],
  ...["primeiro", "primeira", "segundo", "segunda", "tercero", "tercera", "terceiro"],
  ...["terceira", "premier", "première", "deuxième", "первый", "второй", "II", "III", "IV"],
  ...["IX", "VI", "VII", "VIII"],
])("%s distinguishes the parts of a series", (word) => {
  expect(splitWords(word).every(isSeriesWord)).toBe(true);
});

test.each([
  "Julian",
  "Mayor",
  "Martha",
  "octopus",
  "dice",
  "Augusta",
  "market",
  "sun",
  "I",
  "civil",
  ...["enemy", "fever", "markt", "marsh", "maybe", "mayors", "julep", "augustus"],
  ...["someone", "twofold", "tension", "firstly", "premiered", "iiii", "weekday"],
])("%s does not", (word) => {
  expect(splitWords(word).some(isSeriesWord)).toBe(false);
});
