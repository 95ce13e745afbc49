import type { JSX } from "preact";
import type { ListedOutlet, OutletKind } from "../../../core/outlets/starter-list.ts";
import type { OutletEntry } from "../../../core/outlets/subscription.ts";
import { shownHosts } from "../../../core/url/shown-host.ts";
import { type TextKey, useLocale } from "../../kit/locale.ts";

/** An outlet with what the list knows of it. */
type Choice = OutletEntry & Partial<Pick<ListedOutlet, "kind" | "owner">>;

interface Props {
  readonly outlets: readonly Choice[];
  /** Addresses of feeds that are picked already. */
  readonly there: ReadonlySet<string>;
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

const KINDS: Readonly<Record<OutletKind, TextKey>> = {
  agency: "kindAgency",
  paper: "kindPaper",
  broadcaster: "kindBroadcaster",
  online: "kindOnline",
  public: "kindPublic",
};

/** A list of outlets with a checkbox each; the arrow keys move between them. */
export function OutletChoices({ outlets, there, chosen, onChange }: Props): JSX.Element {
  const { text, country, languageName } = useLocale();
  if (outlets.length === 0)
    return (
      <p class="choices-none" role="status">
        {text("noneFound")}
      </p>
    );
  return (
    <ul class="outlet-choices" aria-label={text("pickerTitle")} onKeyDown={moveByArrow}>
      {outlets.map((outlet) => {
        const isThere = there.has(outlet.feed);
        const facts = [
          outlet.country === "" ? shownHosts(outlet.domains) : country(outlet.country),
          outlet.language === "" ? "" : languageName(outlet.language),
          outlet.kind === undefined ? "" : text(KINDS[outlet.kind]),
          outlet.owner ?? "",
        ];
        return (
          <li key={outlet.feed}>
            <label>
              <input
                type="checkbox"
                checked={isThere || chosen.has(outlet.feed)}
                disabled={isThere}
                onChange={(event) => {
                  const own = new Set([outlet.feed]);
                  onChange(
                    event.currentTarget.checked ? chosen.union(own) : chosen.difference(own),
                  );
                }}
              />
              <span>
                <bdi>{outlet.name}</bdi>
                <span class="fine">
                  {isThere ? text("outletThere") : facts.filter((fact) => fact !== "").join(" · ")}
                </span>
              </span>
            </label>
          </li>
        );
      })}
    </ul>
  );
}

function moveByArrow(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const boxes = Array.from(
    event.currentTarget.querySelectorAll<HTMLInputElement>("input:not(:disabled)"),
  );
  const next = boxes[boxes.indexOf(event.target as HTMLInputElement) + step];
  // Otherwise the list would scroll as well.
  event.preventDefault();
  next?.focus();
}
