import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { PublishedSets } from "../../../core/protocol/published-status.ts";
import { useLocale } from "../../kit/locale.ts";
import { useStageFocus } from "../../kit/use-stage-focus.ts";
import { DeletedDataSet } from "../data-sets/DeletedDataSet.tsx";
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
      {sets.length > 0 && (
        <ul class="data-sets">
          {sets.map((set) => (
            <li key={set.id}>
              {set.removedAt === null ? (
                <PublishedCard set={set} actions={actions} />
              ) : (
                <DeletedDataSet name={set.name} onUndo={() => actions.restore(set.id)} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
