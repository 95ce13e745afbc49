import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { MINUTE } from "../../../core/durations.ts";
import { POLL_EVERY } from "../../../core/outlets/subscription.ts";
import { ChoiceField } from "../../fields/ChoiceField.tsx";
import { useLocale } from "../../kit/locale.ts";

type Every = (typeof POLL_EVERY)[number];

interface Props {
  /** Label of the interval. */
  readonly label: string;
  /** Minutes. */
  readonly every: Every;
  readonly isPaused: boolean;
  readonly onChange: (change: { readonly every: Every } | { readonly isPaused: boolean }) => void;
  /** Buttons. */
  readonly children: ComponentChildren;
}

/** How often a source is asked for something new, whether it is paused, and what else can be done with it. */
export function PollFields({ label, every, isPaused, onChange, children }: Props): JSX.Element {
  const { text, duration } = useLocale();
  const field = useId();
  return (
    <div class="outlet-fields">
      <ChoiceField
        class="outlet-field"
        label={label}
        values={POLL_EVERY}
        value={every}
        nameOf={(minutes) => duration(minutes * MINUTE)}
        onChange={(chosen) => onChange({ every: chosen })}
      />
      <span class="outlet-field">
        <label for={field}>{text("pause")}</label>
        <input
          id={field}
          type="checkbox"
          class="switch-input"
          checked={isPaused}
          onChange={(event) => onChange({ isPaused: event.currentTarget.checked })}
        />
      </span>
      <div class="buttons">{children}</div>
    </div>
  );
}
