import { MAX_ADDRESS_LENGTH } from "../url/http-url.ts";

/**
 * Path segments of pages that list, sell, discuss, belong to a person or are posts and pictures of a network, in those languages of the
 * interface that use Latin letters, and a few more.
 */
const OTHER_SEGMENT =
  /^(?:search|suche|recherche|buscar?|busqueda|cerca|zoeken|tags?|schlagwort|etiquetas?|topics?|themen|temas|categor(?:y|ies|ie|ia|ias)|kategorien?|authors?|autor(?:en|es)?|auteurs?|archives?|archiv|archivos?|forums?|foros?|threads?|profiles?|profil|perfil|users?|members?|accounts?|konto|login|cart|checkout|basket|warenkorb|panier|carrito|shop|store|boutique|tienda|products?|produkte?|produits?|productos?|mail|inbox|status|permalink|reels?|comments|gifs?|stickers|memes)$/i;

/** A path of a single post or video in a network, or the last segment of a GIF's. */
const POST = /^\/@[^/]+\/(?:video|post|\d+)(?:\/|$)|-gif-\d+$/i;

/** A path of a front page: empty, a language code, or an index file. */
const FRONT = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|home|default)(?:\.\w+)?\/?)?$/i;

/** A query string of a search page. */
const SEARCH = /[?&](?:q|s|query|search|keywords?|suchbegriff)=/i;

/** The most that an address scores. */
export const MOST_ADDRESS_POINTS = 1;

/**
 * How much an address looks like that of a single article, on the scale of `articleScore`.
 *
 * @param address absolute http(s) URL
 */
export function addressScore(address: string): number {
  const { pathname, search } = new URL(address.slice(0, MAX_ADDRESS_LENGTH));
  const segments = pathname.split("/").filter(Boolean);
  const identifiesOnePage =
    segments.some(identifiesOneThing) || /[?&]\w*(?:id|idx|no|p)=\d+/i.test(search);
  const signs: readonly [points: number, isPresent: boolean][] = [
    [identifiesOnePage ? 1 : -1, true],
    [-3, segments.some((segment) => OTHER_SEGMENT.test(segment))],
    [-3, SEARCH.test(search) || POST.test(pathname)],
    [-9, FRONT.test(pathname) && !/\d/.test(search)],
  ];
  return signs.reduce((sum, [points, isPresent]) => sum + (isPresent ? points : 0), 0);
}

/** Whether a path segment is a title (four words or 24 characters) or contains a number of five digits. */
function identifiesOneThing(segment: string): boolean {
  const characters = segment.replace(/%\w\w(?:%[89ab]\w)*/gi, "x");
  return characters.length >= 24 || /\d{5}|(?:[^-_]+[-_]){3}/.test(characters);
}
