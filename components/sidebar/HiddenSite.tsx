import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { shownHost } from "../../core/url/shown-host.ts";
import { useLocale } from "../kit/locale.ts";

/** The message goes after this time, ms, unless the user points at it or has the focus in it. */
const SHOWN_FOR_MS = 10_000;

interface Props {
  /** Registrable domain. */
  readonly site: string;
  readonly onUndo: () => void;
  /** The message has been there long enough. */
  readonly onEnd: () => void;
}

/** Says that the user has hidden the sidebar on a site, with a way to undo it. */
export function HiddenSite({ site, onUndo, onEnd }: Props): JSX.Element {
  const { text } = useLocale();
  const place = useRef<HTMLDivElement>(null);
  const undo = useRef<HTMLButtonElement>(null);
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    undo.current?.focus();
    const timer = setInterval(() => {
      if (!place.current?.matches(":hover, :has(:focus-visible)")) end.current();
    }, SHOWN_FOR_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div ref={place} class="hidden-site">
      <p id="hidden-site">
        <b>{text("siteSwitchedOff", shownHost(site))}</b> {text("hiddenHere")}
      </p>
      <button
        type="button"
        class="button"
        aria-describedby="hidden-site"
        ref={undo}
        onClick={onUndo}
      >
        {text("undo")}
      </button>
    </div>
  );
}
