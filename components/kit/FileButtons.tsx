import type { JSX, TargetedEvent } from "preact";
import { useRef } from "preact/hooks";
import { useLocale } from "./locale.ts";

interface Props {
  readonly isDisabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** Id of what says why the buttons are disabled or what they are for. */
  readonly describedBy?: string | undefined;
}

/** Buttons for files and for a whole folder. */
export function FileButtons({ isDisabled, onFiles, describedBy }: Props): JSX.Element {
  const { text } = useLocale();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const choose = ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
    const chosen = Array.from(currentTarget.files ?? []);
    // So that the same files can be chosen again.
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
