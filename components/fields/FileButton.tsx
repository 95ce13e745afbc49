import type { JSX, TargetedEvent } from "preact";
import { useRef } from "preact/hooks";

interface Props {
  readonly label: string;
  /** Endings and types of the files that the browser's dialog shows. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** A button that chooses a file. */
export function FileButton({ label, accept, onFile }: Props): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  const choose = ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
    const [file] = Array.from(currentTarget.files ?? []);
    // Without this, choosing the same file again would be no change.
    currentTarget.value = "";
    if (file !== undefined) onFile(file);
  };
  return (
    <>
      <button type="button" class="button button-secondary" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input ref={input} type="file" accept={accept} hidden onChange={choose} />
    </>
  );
}
