/**
 * Digits; the beginnings of month names (short ones whole) in English, German, Spanish, French, Portuguese and Russian; English and
 * German weekdays; number words; Roman numerals. All are folded. The months are CLDR's, written out here because asking the browser
 * for them would take longer than the rest of an answer.
 */
const SERIES =
  /\d|^(?:janu|janv|janei|ener|yanv|fe(?:[bv]r|vere)|mar(?:s|z|ch|[czt]o|ta?)$|april|a[bv]ril|aprel|ma(?:[iy]|yo|io|ya)$|ju(?:n[ei]|nio|nho|in|l[iy]|lio|lho|illet)$|iyu[nl]|august$|avgust|agosto|aout|sept(?:em|iem)|setem|sentya|octub|o[ck]tob|oktya|outub|no[vy](?:em|iem|ab)|de[cz]em|dicie|dekab|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|erste|zweite|dritte|(?:primeir|segund|tercer|terceir)[oa]|premiere?|deuxieme|pervyi|vtoroi|i{2,3}|i[vx]|vi+)[rns]?$)/;

/**
 * Whether a word may distinguish the parts of a series: a number in digits or words, a month or a weekday.
 *
 * @param word as `splitWords` returns it
 */
export function isSeriesWord(word: string): boolean {
  return SERIES.test(word);
}
