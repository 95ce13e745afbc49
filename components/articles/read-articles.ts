import { createContext } from "preact";

/** Which of the listed articles the user has read, and how that is forgotten. */
export interface ReadArticles {
  isRead(url: string): boolean;
  readonly onForget: (url: string) => void;
}

/** Nothing is known to be read where the user does not want it to be kept. */
export const ReadContext = createContext<ReadArticles>({
  isRead: () => false,
  onForget: () => undefined,
});
