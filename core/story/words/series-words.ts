/**
 * Figures; months by their beginnings, short ones whole, of English, German, Spanish, French, Portuguese and Russian (CLDR's,
 * folded: asking the browser for them takes longer than the rest of an answer); English and German days; numbers of English
 * and the first ones of the others; Roman ones.
 */
const SERIES =
  /\d|^(?:janu|janv|janei|ener|yanv|fe[bv]r|mar(?:s|z|ch|[czt]o|ta?)$|april|a[bv]ril|aprel|ma(?:[iy]|yo|io|ya)$|ju(?:n[ei]|nio|nho|in|l[iy]|lio|lho|illet)$|iyu[nl]|august$|avgust|agosto|aout|sept(?:em|iem)|setem|sentya|octub|o[ck]tob|oktya|outub|no[vy](?:em|iem|ab)|de[cz]em|dicie|dekab|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|erste|zweite|dritte|(?:primeir|segund|tercer|terceir)[oa]|premiere?|deuxieme|pervyi|vtoroi|i{2,3}|i[vx]|vi+)[rns]?$)/;

/**
 * Whether a word is one of those that tell the parts of a series apart: a figure, a number's name, a month, a day of the
 * week.
 *
 * @param word as `splitWords` has it
 */
export function isSeriesWord(word: string): boolean {
  return SERIES.test(word);
}
