import type { JSX } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { FileButtons } from "../../fields/FileButtons.tsx";
import { useLocale } from "../../kit/locale.ts";

interface Props {
  /** Why no data set can be added now; `null` if one can. */
  readonly obstacle: "no-storage" | "busy" | null;
  readonly onFiles: (files: readonly File[]) => void;
  /** Called in the handler of the `drop` event, after which the browser empties `transfer`. */
  readonly onDrop: (transfer: DataTransfer) => void;
}

/** Takes the files of a new data set, which the user drops or chooses. */
export function AddDataSet({ obstacle, onFiles, onDrop }: Props): JSX.Element {
  const { text } = useLocale();
  const [isOver, setOver] = useState(false);
  const title = useId();
  const help = useId();
  useEffect(keepPage, []);
  const canAdd = obstacle === null;
  return (
    <section
      class="drop-zone"
      data-over={isOver && canAdd ? "" : undefined}
      data-disabled={canAdd ? undefined : ""}
      aria-labelledby={title}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        if (event.dataTransfer !== null) event.dataTransfer.dropEffect = canAdd ? "copy" : "none";
        setOver(true);
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (canAdd && carriesFiles(event) && event.dataTransfer !== null)
          onDrop(event.dataTransfer);
      }}
    >
      <h3 id={title}>{text("addTitle")}</h3>
      {canAdd ? (
        <>
          <div class="drop-line">
            <span>{text(isOver ? "addDropNow" : "addDrop")}</span>
            <FileButtons isDisabled={false} describedBy={help} onFiles={onFiles} />
          </div>
          <p id={help} class="fine">
            {text("addFormats")}
          </p>
        </>
      ) : (
        <>
          <p id={help} class="fine">
            {text(obstacle === "busy" ? "addBusy" : "addNoStorage")}
          </p>
          <FileButtons isDisabled describedBy={help} onFiles={onFiles} />
        </>
      )}
    </section>
  );
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") === true;
}

/** Prevents that a file which is dropped beside the zone replaces this page. */
function keepPage(): () => void {
  const keep = (event: DragEvent) => {
    if (event.defaultPrevented || !carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "none";
  };
  addEventListener("dragover", keep);
  addEventListener("drop", keep);
  return () => {
    removeEventListener("dragover", keep);
    removeEventListener("drop", keep);
  };
}
