import { createContext } from "preact";

/**
 * Opens the page that compares the open page's headline with that of the article with this address, or with those of its whole
 * story (`null`); `null` where the view cannot tell that page which story it shows.
 */
export const CompareContext = createContext<((article: string | null) => void) | null>(null);
