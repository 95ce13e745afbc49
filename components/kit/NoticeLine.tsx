import type { JSX } from "preact";
import type { Notice } from "../../core/protocol/responses.ts";
import { useLocale } from "./locale.ts";

const NOTICES = {
  rebuilt: "noticeRebuilt",
  "in-memory": "noticeInMemory",
  unreadable: "noticeUnreadable",
} as const satisfies Record<Notice, string>;

interface Props {
  readonly notice: Notice;
  readonly onDismiss: () => void;
}

/** Something about the index that the user should know. */
export function NoticeLine({ notice, onDismiss }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <div class="notice" role="status">
      <p>{text(NOTICES[notice])}</p>
      <button type="button" class="button-quiet" onClick={onDismiss}>
        {text("dismiss")}
      </button>
    </div>
  );
}
