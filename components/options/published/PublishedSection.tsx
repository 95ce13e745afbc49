import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { PublishedSets } from "../../../core/protocol/published-status.ts";
import { isolated } from "../../kit/isolated.ts";
import { useLocale } from "../../kit/locale.ts";
import { useStageFocus } from "../../kit/use-stage-focus.ts";
import { RemovableList, type RemovableRow } from "../cards/RemovableList.tsx";
import { RemovedLine } from "../cards/RemovedLine.tsx";
import { ManifestForm } from "./ManifestForm.tsx";
import { PreviewForm } from "./PreviewForm.tsx";
import { PublishedCard } from "./PublishedCard.tsx";
import type { PublishedActions, PublishedPanel } from "./published-actions.ts";

interface Props {
  readonly published: PublishedSets;
  readonly panel: PublishedPanel | null;
  readonly actions: PublishedActions;
}

/** The part of the options about published data sets: a way to add one, and the list. */
export function PublishedSection({ published, panel, actions }: Props): JSX.Element {
  const { text } = useLocale();
  const { sets, canSubscribe } = published;
  const place = useRef<HTMLElement>(null);
  useStageFocus(place, panel?.kind ?? null, true);
  const listed = sets.filter(({ removedAt }) => removedAt === null);
  const rows = sets.map((set): RemovableRow => {
    const { id, name, removedAt } = set;
    if (removedAt === null) {
      const others = listed.filter((one) => one.id !== id).map((one) => one.name);
      const view = <PublishedCard set={set} others={others} actions={actions} />;
      return { id, removed: null, view };
    }
    const removed = text("outletRemoved", isolated(name));
    const undo = () => actions.restore(id);
    return {
      id,
      removed,
      view: <RemovedLine class="deleted-data-set" text={removed} onUndo={undo} />,
    };
  });
  return (
    <section ref={place} class="group published">
      <div class="group-head">
        <h2 tabIndex={-1}>{text("publishedTitle")}</h2>
        <p>{text("publishedHelp")}</p>
      </div>
      {panel !== null && (
        <div class="panel">
          {panel.kind === "address" ? (
            <ManifestForm key={panel.typed} panel={panel} actions={actions} />
          ) : (
            <PreviewForm preview={panel.preview} actions={actions} />
          )}
        </div>
      )}
      {panel === null && (
        <div class="buttons">
          <button
            type="button"
            class="button button-secondary"
            disabled={!canSubscribe}
            onClick={actions.open}
          >
            {text("publishedAdd")}
          </button>
        </div>
      )}
      {!canSubscribe && <p class="fine">{text("addNoStorage")}</p>}
      {rows.length > 0 && (
        <RemovableList class="data-sets" rows={rows} controls=".switch-input, button" />
      )}
    </section>
  );
}
