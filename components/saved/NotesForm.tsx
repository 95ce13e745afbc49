import type { JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { MAX_NOTE_LENGTH, MAX_TAG_LENGTH, MAX_TAGS } from "../../core/saved/saved-limits.ts";
import type { SavedNotes } from "../../core/saved/saved-story.ts";
import { tagsIn } from "../../core/saved/search-saved.ts";
import { FormButtons } from "../fields/FormButtons.tsx";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly notes: SavedNotes;
  readonly onSave: (notes: SavedNotes) => Promise<void>;
  readonly onCancel: () => void;
}

/** What the user writes about a saved story. Escape cancels as long as nothing was changed. */
export function NotesForm({ notes, onSave, onCancel }: Props): JSX.Element {
  const { text } = useLocale();
  const [note, setNote] = useState(notes.note);
  const [tags, setTags] = useState(notes.tags.join(", "));
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const isUnchanged = note === notes.note && tags === notes.tags.join(", ");
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="saved-form"
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.isComposing && isUnchanged) onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void onSave({ note: note.trim(), tags: tagsIn(tags) });
      }}
    >
      <label for={`${id}-note`}>{text("savedNote")}</label>
      <textarea
        ref={field}
        id={`${id}-note`}
        rows={4}
        dir="auto"
        maxLength={MAX_NOTE_LENGTH}
        value={note}
        onInput={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <label for={`${id}-tags`}>{text("savedTags")}</label>
      <input
        id={`${id}-tags`}
        type="text"
        dir="auto"
        autocomplete="off"
        maxLength={MAX_TAGS * (MAX_TAG_LENGTH + 2)}
        aria-describedby={`${id}-help`}
        value={tags}
        onInput={({ currentTarget }) => setTags(currentTarget.value)}
      />
      <p id={`${id}-help`} class="fine">
        {text("savedTagsHelp")}
      </p>
      <FormButtons label={text("save")} onCancel={onCancel} />
    </form>
  );
}
