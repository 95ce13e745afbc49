import type { JSX, TargetedEvent } from "preact";
import { useRef } from "preact/hooks";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly isDisabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** Id of the element that says what the buttons are for, or why they are disabled. */
  readonly describedBy?: string | undefined;
}

/** A button that chooses files, and one that chooses a folder. */
export function FileButtons({ isDisabled, onFiles, describedBy }: Props): JSX.Element {
  const { text } = useLocale();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const choose = ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
    const chosen = Array.from(currentTarget.files ?? []);
    // Without this, choosing the same files again would be no change.
    currentTarget.value = "";
    if (chosen.length > 0) onFiles(chosen);
  };
  return (
    <span class="file-buttons">
      <button
        type="button"
        class="button button-secondary"
        disabled={isDisabled}
        aria-describedby={describedBy}
        onClick={() => files.current?.click()}
      >
        {text("chooseFiles")}
      </button>
      <button
        type="button"
        class="button button-secondary"
        disabled={isDisabled}
        aria-describedby={describedBy}
        onClick={() => folder.current?.click()}
      >
        {text("chooseFolder")}
      </button>
      <input ref={files} type="file" multiple hidden onChange={choose} />
      <input
        ref={(input) => {
          folder.current = input;
          if (input !== null) input.webkitdirectory = true;
        }}
        type="file"
        multiple
        hidden
        onChange={choose}
      />
    </span>
  );
}
