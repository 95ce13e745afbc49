/**
 * News agencies and the names that mark their texts, in the scripts of their customers. The first name of each stands for the agency.
 * The forms are those of the agencies' own wires: datelines as in the AP Stylebook, “(dpa/lnw)” of dpa's regional services, 電 and 共同 of
 * Xinhua and Kyodo. The agencies are taken from https://en.wikipedia.org/wiki/List_of_news_agencies. Case matters: `AP` is the agency, `ap` is not.
 */
export const AGENCIES = `AP|Associated Press|美联社|أ ب
Reuters|REUTERS|رويترز|Рейтер|ロイター|路透社|路透
AFP|Agence France-Presse|Agence France Presse|أ ف ب|АФП|法新社
dpa|DPA|د ب أ
UPI|United Press International
Bloomberg
EFE|Efe
Europa Press
ANSA
Lusa|LUSA|Agência Lusa
TASS|ТАСС
RIA Novosti|РИА Новости
Interfax|Интерфакс
Xinhua|新华社|新華社|شينخوا
Kyodo|Kyodo News|共同
Jiji|時事
Yonhap|연합뉴스
PTI
ANI
SID
APA
STA
Agência Brasil
Canadian Press
Press Association|PA Media`
  .split("\n")
  .map((marks) => marks.split("|"));
