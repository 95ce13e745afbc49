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
import { NotAllowedOutlets } from "./NotAllowedOutlets.tsx";
import { needsAttention } from "./outlet-trouble.ts";

/** A list of more outlets than this can be searched, and is folded away as long as nothing is wrong with them. */
const MANY = 12;
/** More outlets than this whose sites the user has not allowed are folded into one line. */
const MANY_NOT_ALLOWED = 3;

interface Props {
  /** Includes those that were removed and can be restored. */
  readonly outlets: readonly OutletStatus[];
  readonly actions: LiveActions;
}

/** The outlets that the user picked, sorted by name: first those that need attention, then the others. */
export function LiveOutletList({ outlets, actions }: Props): JSX.Element {
  const locale = useLocale();
  const { text, counted, country, language } = locale;
  const [query, setQuery] = useState("");
  const [isOpen, setOpen] = useState(false);
  const field = useId();
  const order = useMemo(() => new Intl.Collator(language), [language]);
  const isLong = outlets.length > MANY;
  const found = outlets
    .filter(
      ({ name, domains, country: code }) =>
        !isLong || isFoundBy(query, `${name} ${domains.join(" ")} ${country(code)}`),
    )
    .sort((a, b) => order.compare(a.name, b.name));
  // An outlet that was removed stays in its place, so that the user sees what can be undone.
  const isTroubled = (outlet: OutletStatus) => needsAttention({ ...outlet, removedAt: null });
  const troubled = found.filter(isTroubled);
  const attention = troubled.filter(needsAttention).length;
  const notAllowed = troubled.filter(({ health }) => health === "not-allowed");
  const missing = notAllowed.filter(needsAttention).map(({ id }) => id);
  const isFolded = missing.length > MANY_NOT_ALLOWED && query === "";
  const shown = isFolded ? troubled.filter(({ health }) => health !== "not-allowed") : troubled;
  const others = found.filter((outlet) => !isTroubled(outlet));
  const otherRows = <OutletRows isFine outlets={others} actions={actions} />;
  return (
    <>
      {isLong && (
        <div class="live-filter">
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
      {found.length === 0 && (
        <p class="fine" role="status">
          {text("noneFound")}
        </p>
      )}
      {attention > 0 && <h3>{counted("needAttention", attention)}</h3>}
      {isFolded && (
        <NotAllowedOutlets count={missing.length} onAllow={() => actions.allow(missing)}>
          <OutletRows outlets={notAllowed} actions={actions} />
        </NotAllowedOutlets>
      )}
      {shown.length > 0 && <OutletRows outlets={shown} actions={actions} />}
      {others.length > MANY && query === "" ? (
        <details
          class="outlets-folded"
          open={isOpen}
          onToggle={(event) => setOpen(event.currentTarget.open)}
        >
          <summary>{counted("outletsFine", others.length)}</summary>
          {isOpen && otherRows}
        </details>
      ) : (
        others.length > 0 && otherRows
      )}
    </>
  );
}

interface RowsProps extends Props {
  /** None of them needs attention. */
  readonly isFine?: boolean;
}

function OutletRows({ isFine = false, outlets, actions }: RowsProps): JSX.Element {
  const { text } = useLocale();
  const list = useRef<HTMLUListElement>(null);
  useRowFocus(
    list,
    outlets.map(({ id, removedAt }) => ({ id, isDeleted: removedAt !== null })),
    "summary, button",
  );
  return (
    <ul ref={list} class={isFine ? "box outlets outlets-fine" : "box outlets"}>
      {outlets.map((outlet) => (
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
  );
}
