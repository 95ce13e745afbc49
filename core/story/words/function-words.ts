/**
 * Function words of three letters or more, folded, in the languages in which most news is written. They are left out of
 * what is shown and of headlines that are compared for copies; in ranking, their low rarity is enough.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  [
    "about after against all also amid and any are back been before but can could else for from had has have her here his how into its just like may more most new not now off one our out over own said say says set she should some still than that the their them they this two under until was way were what when where which while who why will with would you your",
    "ainda ante antes apos ate com como das depois desde dos era ela ele entre essa este foi hoje mais mas muito nao nas nos novo para pela pode pelo por primeira primeiro que quem sao sem ser seu sobre sua tem uma veja vai",
    "asi aun cada con contra cual cuando del desde donde puede pueden era ellos ese esta estan este estos fue han hasta las los mas muy nueva nuevo para pero por primer que quien ser sin son sus tras una uno",
    "apres avant avec aux ces cette comme contre dans des deux elle elles est etre face fait ils les leur lors mais meme nouveau nouvelle pas peut plus pour que qui sans ses son sont sous sur une vers",
    "als auch auf aus bei beim bis das dass dem den der des die ein eine einem einen einer erste fur gegen hat ich ihr immer ist kein mehr mit nach neue nicht noch nun nur oder ohne schon sein seit seine sich sie sind uber und unter vom von vor was wegen weil wenn werden wie wieder wird zum zur zwei",
    "ali bil bila bilo brez danes druga drugi iz kako kaj kar kdo ker kje kot med mu nad nov nova novi ob od pod pred prek prva prve prvi proti pri sem smo sta ste svoj tudi vec vse",
    "byl byla bylo dlya ego eto esche iz-za kak kto mezhdu nad nego ne novyi obo oni ona ot pered pod posle pri protiv radi ryadom sam shto chto so stal svoi tak tem uzhe vo vse",
    "من في على عن الى إلى مع بعد قبل هذا هذه التي الذي بين كان ان أن لا ما قد",
  ].flatMap((words) => words.split(" ")),
);
