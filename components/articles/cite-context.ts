import { createContext } from "preact";

/**
 * Opens the page on which the user cites the story, or the article with this address; `null` where the view cannot tell that
 * page which story it shows.
 */
export const CiteContext = createContext<((article: string | null) => void) | null>(null);
