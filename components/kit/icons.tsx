import type { JSX } from "preact";

/** Drawn on a 16 × 16 grid in the text's colour; hidden from assistive technology. */
function Icon({ path }: { readonly path: string }): JSX.Element {
  return (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

export const CloseIcon = () => <Icon path="M4 4l8 8M12 4l-8 8" />;
export const CollapseIcon = () => <Icon path="M6 4l4 4-4 4" />;
/** For a fact that a publisher's own record states. */
export const RecordIcon = () => <Icon path="M4.5 2.5h7v11L8 10.8l-3.5 2.7z" />;
export const VideoIcon = () => <Icon path="M5 3.5v9l7-4.5z" />;

/** The mark of the project: two sources, one story. */
export function LogoMark({ size = 18 }: { readonly size?: number }): JSX.Element {
  return (
    <svg
      class="logo"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <rect
        x="3"
        y="3"
        width="12"
        height="15"
        rx="3"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        opacity="0.45"
      />
      <rect x="9" y="6" width="12" height="15" rx="3" fill="currentColor" />
      <path
        d="M12.5 11h5M12.5 14h5M12.5 17h3"
        stroke="var(--surface)"
        stroke-width="1.6"
        stroke-linecap="round"
      />
    </svg>
  );
}
