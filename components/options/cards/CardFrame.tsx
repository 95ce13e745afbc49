import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { useLocale } from "../../kit/locale.ts";

interface Props {
  readonly name: string;
  /** What stands below the name. */
  readonly lines: ComponentChildren;
  readonly isEnabled: boolean;
  readonly onEnable: (on: boolean) => void;
  /** What is under way, and what is wrong. */
  readonly children: ComponentChildren;
  readonly details: ComponentChildren;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** The card of a data set: its name with a switch, what there is to say of it, and folded away its details. */
export function CardFrame(props: Props): JSX.Element {
  const { text } = useLocale();
  const { isEnabled, onEnable, onOpen } = props;
  const name = useId();
  return (
    <article class="data-set-card" data-off={isEnabled ? undefined : ""} aria-labelledby={name}>
      <div class="data-set-head">
        <div>
          <h3 id={name} dir="auto">
            {props.name}
          </h3>
          {props.lines}
        </div>
        <input
          type="checkbox"
          class="switch-input"
          aria-labelledby={name}
          checked={isEnabled}
          onChange={(event) => onEnable(event.currentTarget.checked)}
        />
      </div>
      {props.children}
      <details open={props.isOpen} onToggle={(event) => onOpen(event.currentTarget.open)}>
        <summary>{text("details")}</summary>
        <div class="data-set-details">{props.details}</div>
      </details>
    </article>
  );
}
