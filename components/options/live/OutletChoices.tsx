import type { JSX } from "preact";
import type { OutletEntry } from "../../../core/outlets/subscription.ts";
import { shownHost } from "../../../core/url/shown-host.ts";
import { useLocale } from "../../kit/locale.ts";

interface Props {
  readonly outlets: readonly OutletEntry[];
  /** Addresses of feeds that are picked already. */
  readonly there: ReadonlySet<string>;
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

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
          outlet.country === "" ? shownHost(outlet.domain) : country(outlet.country),
          outlet.language === "" ? "" : languageName(outlet.language),
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
