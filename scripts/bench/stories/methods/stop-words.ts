/** The most frequent function words of the corpus' Latin-script languages and of Russian. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    "a about after all an and are as at be been but by can could did do for from had has have he her his how i if in into is it its more new no not of off on or out over s said say says she than that the their them they this to up us was we were what when where which who why will with would you your",
    "a al com como da das de do dos e em foi mais na nas no nos não o os ou para pela pelo por que se sem ser são um uma à às é",
    "con de del desde el en es esta este fue ha la las lo los más no o para pero por que se ser sin son su sus un una y ya",
    "au aux avec c ce ces d dans de des du elle en est et il l la le les leur mais n ne on ou par pas plus pour qu que qui s sa se son sont sur un une à",
    "als am an auch auf aus bei bis das dem den der des die ein eine einen einer es für hat im in ist mit nach nicht noch nur oder sich sie sind so um und vom von vor war wie wird zu zum zur über",
    "в во и из к на не о об от по при с со у за для до как что это его их был была были а но",
    "bo da do in iz je ki kot na ne ni o ob od pa po pred s se so v za z že bi",
  ].flatMap((words) => words.split(" ")),
);
