import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { useLocale } from "../kit/locale.ts";
import { ReadContext } from "./read-articles.ts";

interface Props {
  readonly url: string;
  /** Id of the headline. */
  readonly titleId: string;
}

/** Forgets that the user has read an article; nothing where that is not known. */
export function ForgetButton({ url, titleId }: Props): JSX.Element | null {
  const { text } = useLocale();
  const read = useContext(ReadContext);
  if (!read.isRead(url)) return null;
  return (
    <button
      type="button"
      class="reject"
      aria-describedby={titleId}
      onClick={() => read.onForget(url)}
    >
      {text("forgetReading")}
    </button>
  );
}
