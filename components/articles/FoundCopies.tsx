import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { RelatedArticle, StoryCopy, TextMatch } from "../../core/coverage/coverage.ts";
import { useLocale } from "../kit/locale.ts";
import { ConfidenceMark } from "./ConfidenceMark.tsx";
import { CopiesLine } from "./CopiesLine.tsx";
import { reasonText } from "./reason-text.ts";

/** A copy that was found by its text, not named by a record. */
export type FoundCopy = StoryCopy & { readonly reason: TextMatch };

export function isFoundCopy(copy: StoryCopy): copy is FoundCopy {
  return copy.reason.kind === "similar-text";
}

interface Props {
  /** Of an article that a record names. */
  readonly copies: readonly FoundCopy[];
  readonly pageOutlet: string;
  readonly onReject: (article: RelatedArticle) => void;
}

/**
 * Copies, found by their text, of an article that a record names. Each has its own reason and a button
 * that takes it out.
 */
export function FoundCopies({ copies, ...props }: Props): JSX.Element {
  return (
    <ul class="found-copies">
      {copies.map((copy) => (
        <li key={copy.url}>
          <CopyEntry copy={copy} {...props} />
        </li>
      ))}
    </ul>
  );
}

interface EntryProps extends Omit<Props, "copies"> {
  readonly copy: FoundCopy;
}

function CopyEntry({ copy, pageOutlet, onReject }: EntryProps): JSX.Element {
  const locale = useLocale();
  const id = useId();
  return (
    <>
      <div id={id}>
        <CopiesLine copies={[copy]} />
      </div>
      <p class="reason reason-marked">
        <ConfidenceMark value={copy.reason.confidence} />
        <span>{reasonText(copy, pageOutlet, locale)}</span>
      </p>
      <button
        type="button"
        class="reject"
        aria-describedby={id}
        onClick={() => onReject({ ...copy, copies: [] })}
      >
        {locale.text("notSameStory")}
      </button>
    </>
  );
}
