import type { JSX } from "preact";
import type { SidebarBehaviour } from "../../core/settings/settings.ts";

/** A small picture of a browser window with a page, and where Second Source appears there. */
export function PlacePicture({ place }: { readonly place: SidebarBehaviour }): JSX.Element {
  const lines = [26, 34, 42, 50, 58];
  const isNarrow = place === "open" || place === "side-panel";
  return (
    <svg class="place-picture" viewBox="0 0 112 72" aria-hidden="true" focusable="false">
      <rect class="window" x="1" y="1" width="110" height="70" rx="6" />
      <path class="edge" d="M1 15h110" />
      <rect class="field" x="10" y="5" width="76" height="6" rx="3" />
      <rect class={place === "off" ? "ours" : "field"} x="96" y="4" width="8" height="8" rx="2" />
      <rect class="headline" x="12" y="21" width={isNarrow ? 50 : 76} height="4" rx="2" />
      {lines.map((y) => (
        <rect
          key={y}
          class="field"
          x="12"
          y={y + 4}
          width={isNarrow ? 50 : 84}
          height="3"
          rx="1.5"
        />
      ))}
      {place === "open" && (
        <>
          <rect class="ours" x="74" y="19" width="33" height="48" rx="3" />
          <path class="mark" d="M79 27h22M79 35h18M79 43h22M79 51h15" />
        </>
      )}
      {place === "side-panel" && (
        <>
          <path class="ours" d="M74 15h37v50a6 6 0 0 1-6 6h-31z" />
          <path class="mark" d="M80 25h24M80 34h20M80 43h24M80 52h17" />
        </>
      )}
      {place === "tab" && <rect class="ours" x="104" y="32" width="7" height="20" rx="2" />}
    </svg>
  );
}
