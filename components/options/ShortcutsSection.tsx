import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Shortcut } from "../../core/settings/shortcut.ts";
import { FactList } from "../kit/FactList.tsx";
import { useLocale } from "../kit/locale.ts";

export interface ShortcutDeps {
  readonly readShortcuts: () => Promise<readonly Shortcut[]>;
  /** Opens the browser's own list, the only place where they can be set. */
  readonly openShortcutSettings: () => Promise<void>;
}

/** The part of the options about keys: which command has which, and where they are set. Nothing where there are no commands. */
export function ShortcutsSection({ deps }: { readonly deps: ShortcutDeps }): JSX.Element | null {
  const { text } = useLocale();
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    const load = () => void deps.readShortcuts().then(setShortcuts);
    load();
    // The user comes back from the browser's list.
    addEventListener("focus", load);
    return () => removeEventListener("focus", load);
  }, [deps]);
  if (shortcuts.length === 0) return null;
  return (
    <section class="group shortcuts">
      <div class="group-head">
        <h2>{text("shortcutsTitle")}</h2>
        <p>{text("shortcutsHelp")}</p>
      </div>
      <div class="box">
        <FactList
          facts={shortcuts.map(({ command, description, keys }) => [
            command === "_execute_action" ? text("commandPopup") : description,
            keys === "" ? text("shortcutNone") : <kbd dir="ltr">{keys}</kbd>,
          ])}
        />
        <div class="buttons">
          <button
            type="button"
            class="button button-secondary"
            onClick={() => void deps.openShortcutSettings()}
          >
            {text("shortcutsSet")}
          </button>
        </div>
      </div>
    </section>
  );
}
