import type { ComponentChildren, JSX } from "preact";
import type { PartId } from "./OptionsNav.tsx";

interface Props {
  readonly id: PartId;
  readonly children: ComponentChildren;
}

/** A part of the options that the navigation leads to: one or more sections. */
export function OptionsPart({ id, children }: Props): JSX.Element {
  return (
    <div id={id} class="part">
      {children}
    </div>
  );
}
