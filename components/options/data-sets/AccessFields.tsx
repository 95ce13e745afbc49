import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { SiteAccess } from "../../../core/data-set/data-set.ts";
import { useLocale } from "../../kit/locale.ts";
import { SiteList } from "./SiteList.tsx";

interface Props {
  readonly value: SiteAccess;
  /** How many sites the data set names. */
  readonly count: number;
  /** Match patterns of these sites; empty while they are unknown. */
  readonly patterns: readonly string[];
  readonly onChange: (access: SiteAccess) => void;
}

/** A choice of the sites on which the sidebar may open by itself, with the permission each needs. */
export function AccessFields({ value, count, patterns, onChange }: Props): JSX.Element {
  const { text, counted } = useLocale();
  const name = useId();
  const choices: readonly (readonly [SiteAccess, string, string])[] = [
    ["sites", counted("accessOnSites", count), text("accessSitesHelp")],
    ["all", text("accessOnAll"), text("accessAllHelp")],
    ["toolbar", text("accessToolbar"), text("accessToolbarHelp")],
  ];
  return (
    <fieldset class="choices">
      <legend>{text("accessLegend")}</legend>
      {choices.map(([access, label, help]) => (
        <div key={access} class="choice">
          <input
            type="radio"
            id={`${name}-${access}`}
            name={name}
            value={access}
            checked={value === access}
            aria-describedby={`${name}-${access}-help`}
            onChange={() => onChange(access)}
          />
          <div>
            <label for={`${name}-${access}`}>{label}</label>
            <p id={`${name}-${access}-help`} class="fine">
              {help}
            </p>
            {access === "sites" && patterns.length > 0 && <SiteList patterns={patterns} />}
          </div>
        </div>
      ))}
    </fieldset>
  );
}
