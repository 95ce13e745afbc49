import type { JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { FileButtons } from "../../fields/FileButtons.tsx";
import { useLocale } from "../../kit/locale.ts";

interface Props {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onCancel: () => void;
}

/** Asks for the files that replace a data set. */
export function ReplaceForm({ onFiles, onCancel }: Props): JSX.Element {
  const { text } = useLocale();
  const help = useId();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector("button")?.focus(), []);
  return (
    <div ref={place} class="tool-form">
      <p id={help}>{text("replaceHelp")}</p>
      <div class="buttons">
        <FileButtons isDisabled={false} describedBy={help} onFiles={onFiles} />
        <button type="button" class="button-quiet" onClick={onCancel}>
          {text("cancel")}
        </button>
      </div>
    </div>
  );
}
