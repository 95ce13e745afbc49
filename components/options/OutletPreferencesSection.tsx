import type { JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import type { OutletPreference } from "../../core/outlets/outlet-preference.ts";
import type { Preference, PreferredOutlet } from "../../core/outlets/preference-finder.ts";
import { shownHost } from "../../core/url/shown-host.ts";
import { useLocale } from "../kit/locale.ts";
import { isFocusLost } from "../kit/use-stage-focus.ts";

interface Props {
  readonly preferences: readonly OutletPreference[];
  readonly onPrefer: (outlet: PreferredOutlet, preference: Preference | null) => void;
}

/** The part of the options with the outlets that the user hides or prefers. */
export function OutletPreferencesSection({ preferences, onPrefer }: Props): JSX.Element {
  const { text, language } = useLocale();
  const { compare } = new Intl.Collator(language);
  const heading = useRef<HTMLHeadingElement>(null);
  const count = useRef(preferences.length);
  useEffect(() => {
    // The button that had the focus has gone with its outlet.
    if (preferences.length < count.current && document.hasFocus() && isFocusLost())
      heading.current?.focus({ preventScroll: true });
    count.current = preferences.length;
  }, [preferences.length]);
  return (
    <section class="group">
      <div class="group-head">
        <h2 tabIndex={-1} ref={heading}>
          {text("preferencesTitle")}
        </h2>
        <p>{text(preferences.length === 0 ? "preferencesEmpty" : "preferencesHelp")}</p>
      </div>
      {preferences.length > 0 && (
        <div class="box">
          <ul class="sites">
            {preferences
              .toSorted((a, b) => compare(a.name, b.name))
              .map((outlet) => (
                <PreferredEntry key={outlet.domain} outlet={outlet} onPrefer={onPrefer} />
              ))}
          </ul>
        </div>
      )}
    </section>
  );
}

interface EntryProps extends Pick<Props, "onPrefer"> {
  readonly outlet: OutletPreference;
}

function PreferredEntry({ outlet, onPrefer }: EntryProps): JSX.Element {
  const { text } = useLocale();
  const id = useId();
  const isHidden = outlet.preference === "hidden";
  return (
    <li class="field">
      <span id={id}>
        <bdi>{outlet.name}</bdi> <span class="fine">{shownHost(outlet.domain)}</span>{" "}
        <span class="tag">{text(isHidden ? "outletIsHidden" : "outletIsPreferred")}</span>
      </span>
      <button
        type="button"
        class="button-quiet"
        aria-describedby={id}
        onClick={() => onPrefer(outlet, null)}
      >
        {text(isHidden ? "showOutlet" : "preferNoMore")}
      </button>
    </li>
  );
}
