import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Preference, PreferredOutlet } from "../../core/outlets/preference-finder.ts";
import type { Send } from "../kit/deps.ts";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly send: Send;
  readonly outlet: PreferredOutlet;
  readonly preference: Preference | null;
  readonly onChange: (preference: Preference | null) => void;
}

/** Hides an outlet or prefers it; each button takes back what it did. */
export function PreferButtons({ send, outlet, preference, onChange }: Props): JSX.Element {
  const { text } = useLocale();
  const [isFailed, setFailed] = useState(false);
  const choose = async (chosen: Preference) => {
    const after = preference === chosen ? null : chosen;
    const { name, domain } = outlet;
    const { ok } = await send({ type: "outlet.prefer", name, domain, preference: after });
    setFailed(!ok);
    if (ok) onChange(after);
  };
  return (
    <div class="buttons">
      <button
        type="button"
        class="button button-secondary"
        onClick={() => void choose("preferred")}
      >
        {text(preference === "preferred" ? "preferNoMore" : "preferOutlet")}
      </button>
      <button type="button" class="button button-secondary" onClick={() => void choose("hidden")}>
        {text(preference === "hidden" ? "showOutlet" : "hideOutlet")}
      </button>
      <p class="error" role="alert">
        {isFailed && text("failedUnavailable")}
      </p>
    </div>
  );
}
