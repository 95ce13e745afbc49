import type { JSX } from "preact";
import { useId, useMemo, useRef, useState } from "preact/hooks";
import type { OutletStatus } from "../../../core/protocol/live-status.ts";
import { isolated } from "../../kit/isolated.ts";
import { useLocale } from "../../kit/locale.ts";
import { useRowFocus } from "../../kit/use-row-focus.ts";
import { RemovedLine } from "../cards/RemovedLine.tsx";
import { isFoundBy } from "./found-by.ts";
import { LiveOutletRow } from "./LiveOutletRow.tsx";
import type { LiveActions } from "./live-actions.ts";
import { needsAttention } from "./outlet-trouble.ts";

/** With more outlets than this, the list can be searched. */
const MANY = 12;

interface Props {
  /** Includes those that were removed and can be restored. */
  readonly outlets: readonly OutletStatus[];
  readonly actions: LiveActions;
}

/** The outlets that the user picked, sorted by name. */
export function LiveOutletList({ outlets, actions }: Props): JSX.Element {
  const locale = useLocale();
  const { text, counted, country, language } = locale;
  const [query, setQuery] = useState("");
  const [isOnlyTrouble, setOnlyTrouble] = useState(false);
  const field = useId();
  const order = useMemo(() => new Intl.Collator(language), [language]);
  const troubled = outlets.filter(needsAttention).length;
  const isTroubleShown = isOnlyTrouble && troubled > 0;
  const shown = outlets
    .filter((outlet) => !isTroubleShown || needsAttention(outlet))
    .filter(
      ({ name, domains, country: code }) =>
        outlets.length <= MANY || isFoundBy(query, `${name} ${domains.join(" ")} ${country(code)}`),
    )
    .sort((a, b) => order.compare(a.name, b.name));
  const list = useRef<HTMLUListElement>(null);
  useRowFocus(
    list,
    shown.map(({ id, removedAt }) => ({ id, isDeleted: removedAt !== null })),
    "summary, button",
  );
  return (
    <>
      {(outlets.length > MANY || troubled > 0) && (
        <div class="live-filter">
          {outlets.length > MANY && (
            <>
              <label class="visually-hidden" for={field}>
                {text("findOutlet")}
              </label>
              <input
                id={field}
                type="text"
                autocomplete="off"
                placeholder={text("findOutlet")}
                value={query}
                onInput={(event) => setQuery(event.currentTarget.value)}
              />
            </>
          )}
          {troubled > 0 && (
            <button
              type="button"
              class="button button-secondary"
              aria-pressed={isTroubleShown}
              onClick={() => setOnlyTrouble(!isTroubleShown)}
            >
              {counted("needAttention", troubled)}
            </button>
          )}
        </div>
      )}
      {/* A log announces what is added to it, and nothing that is removed. */}
      <div class="visually-hidden" role="log">
        {outlets
          .filter(({ removedAt }) => removedAt !== null)
          .map(({ id, name }) => (
            <p key={id}>{text("outletRemoved", isolated(name))}</p>
          ))}
      </div>
      {shown.length === 0 ? (
        <p class="fine" role="status">
          {text("noneFound")}
        </p>
      ) : (
        <ul ref={list} class="box outlets">
          {shown.map((outlet) => (
            <li key={outlet.id}>
              {outlet.removedAt === null ? (
                <LiveOutletRow outlet={outlet} actions={actions} />
              ) : (
                <RemovedLine
                  class="outlet-removed"
                  text={text("outletRemoved", isolated(outlet.name))}
                  onUndo={() => actions.restore(outlet.id)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
