import type { JSX } from "preact";
import type { SidebarBehaviour } from "../../core/settings/settings.ts";
import { useLocale } from "../kit/locale.ts";
import { SIDEBAR_PLACES } from "../sidebar/sidebar-places.ts";
import { PlacePicture } from "./PlacePicture.tsx";

interface Props {
  readonly value: SidebarBehaviour;
  readonly onChange: (behaviour: SidebarBehaviour) => void;
}

/** Where the answer appears on an article, with a picture of each place. */
export function PlaceStep({ value, onChange }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <section class="welcome-step" aria-labelledby="place">
      <h2 id="place">{text("sidebarBehaviour")}</h2>
      <p>{text("welcomePlaceHelp")}</p>
      <div class="places" role="radiogroup" aria-labelledby="place">
        {SIDEBAR_PLACES.map(([place, name]) => (
          <label key={place} class="place">
            <PlacePicture place={place} />
            <span>
              <input
                type="radio"
                name="place"
                value={place}
                checked={value === place}
                onChange={() => onChange(place)}
              />
              {text(name)}
            </span>
          </label>
        ))}
      </div>
    </section>
  );
}
