import type { JSX, RefObject } from "preact";
import { CloseIcon, CollapseIcon, LogoMark } from "../kit/icons.tsx";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly bar: RefObject<HTMLElement | null>;
  readonly closeButton: RefObject<HTMLButtonElement | null>;
  /** `null` where there is nothing to collapse. */
  readonly onCollapse: (() => void) | null;
  readonly onClose: () => void;
}

/** The bar above the open sidebar: its name, and the buttons that collapse and close it. */
export function PanelHead({ bar, closeButton, onCollapse, onClose }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <header class="bar" ref={bar}>
      <LogoMark />
      <h1>Second Source</h1>
      {onCollapse !== null && (
        <button
          type="button"
          class="icon-button"
          title={text("collapse")}
          aria-label={text("collapse")}
          onClick={onCollapse}
        >
          <CollapseIcon />
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        title={`${text("close")} (Esc)`}
        aria-label={text("close")}
        ref={closeButton}
        onClick={onClose}
      >
        <CloseIcon />
      </button>
    </header>
  );
}
