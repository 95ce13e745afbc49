import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { useLocale } from "../../kit/locale.ts";
import { Trouble } from "../cards/Trouble.tsx";

interface Props {
  readonly count: number;
  /** Asks for all of them at once. */
  readonly onAllow: () => void;
  /** The outlets' rows. */
  readonly children: ComponentChildren;
}

/** Many outlets whose sites the user has not allowed, in one line: one button allows them all. */
export function NotAllowedOutlets({ count, onAllow, children }: Props): JSX.Element {
  const { text, counted } = useLocale();
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="not-allowed">
      <Trouble
        text={counted("outletsNotAllowed", count)}
        help={{ label: text("allowAll"), onClick: onAllow }}
      />
      <details
        class="outlets-folded"
        open={isOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>{text("whichOutlets")}</summary>
        {isOpen && children}
      </details>
    </div>
  );
}
