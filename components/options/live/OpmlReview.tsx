import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { OpmlReading } from "../../../core/outlets/opml.ts";
import { MAX_OUTLETS } from "../../../core/outlets/subscription.ts";
import { isolated } from "../../kit/isolated.ts";
import { useLocale } from "../../kit/locale.ts";
import { AddOutletsFoot } from "./AddOutletsFoot.tsx";
import type { LiveActions } from "./live-actions.ts";
import { OutletChoices } from "./OutletChoices.tsx";

interface Props {
  /** The file's. */
  readonly name: string;
  readonly reading: OpmlReading;
  /** Only a part of the file could be read. */
  readonly isCut: boolean;
  /** How many outlets are picked already. */
  readonly there: number;
  readonly actions: Pick<LiveActions, "add" | "closePanel">;
}

const NONE: ReadonlySet<string> = new Set();

/** The outlets that an OPML file names, before any is added. All that are new are chosen at first. */
export function OpmlReview({ name, reading, isCut, there, actions }: Props): JSX.Element {
  const { text, counted, list, number } = useLocale();
  const { outlets, known, unusable, beyond } = reading;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(outlets.map(({ feed }) => feed)),
  );
  const added = outlets.filter(({ feed }) => chosen.has(feed));
  const found = [
    counted("opmlNew", outlets.length),
    known > 0 ? counted("opmlKnown", known) : "",
    unusable > 0 ? counted("opmlUnusable", unusable) : "",
    beyond > 0 ? text("opmlBeyond", number(beyond), number(MAX_OUTLETS)) : "",
  ];
  return (
    <form
      class="picker"
      onSubmit={(event) => {
        event.preventDefault();
        actions.add(added);
      }}
    >
      <h3 tabIndex={-1}>{text("opmlTitle", isolated(name))}</h3>
      <p>{list(found.filter((fact) => fact !== ""))}</p>
      {isCut && <p class="error">{text("opmlCut")}</p>}
      {outlets.length > 0 && (
        <>
          <OutletChoices outlets={outlets} there={NONE} chosen={chosen} onChange={setChosen} />
          <AddOutletsFoot count={added.length} there={there} onCancel={actions.closePanel} />
        </>
      )}
      {outlets.length === 0 && (
        <div class="buttons">
          <button type="button" class="button button-secondary" onClick={actions.closePanel}>
            {text("close")}
          </button>
        </div>
      )}
    </form>
  );
}
