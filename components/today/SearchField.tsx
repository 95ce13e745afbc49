import type { JSX, RefObject } from "preact";
import { MAX_SEARCH_LENGTH } from "../../core/search/search-limits.ts";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onEnd: () => void;
}

/** The field to search all articles; Escape ends the search. */
export function SearchField({ field, value, onChange, onEnd }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <search class="search">
      <input
        ref={field}
        type="search"
        aria-label={text("searchLabel")}
        aria-keyshortcuts="/"
        placeholder={text("searchLabel")}
        maxLength={MAX_SEARCH_LENGTH}
        value={value}
        dir="auto"
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onEnd();
        }}
      />
    </search>
  );
}
