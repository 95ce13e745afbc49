import type { JSX } from "preact";
import { type TextKey, useLocale } from "../kit/locale.ts";
import { useCurrentPart } from "./use-current-part.ts";

/** The parts of the options in the order in which they stand, by the ids of their elements, with their names. */
const PARTS = [
  ["outlets", "factOutlets"],
  ["data-sets", "dataSets"],
  ["reading", "optionsReading"],
  ["sites", "factSites"],
  ["privacy", "partPrivacy"],
  ["about", "partAbout"],
] as const satisfies readonly (readonly [string, TextKey])[];

const IDS = PARTS.map(([id]) => id);

export type PartId = (typeof IDS)[number];

/** Links to the parts of the options; the one that is in view is marked. */
export function OptionsNav(): JSX.Element {
  const { text } = useLocale();
  const current = useCurrentPart(IDS);
  return (
    <nav class="options-nav" aria-label={text("optionsTitle")}>
      <ul>
        {PARTS.map(([id, name]) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? "location" : undefined}>
              {text(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
