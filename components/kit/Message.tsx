import type { ComponentChildren, JSX } from "preact";

interface Props {
  readonly title: string;
  readonly children: ComponentChildren;
  /** A button for what can be done about it. */
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** An empty or failed state: what is so, and what to do. */
export function Message({ title, children, action }: Props): JSX.Element {
  return (
    <section class="message" role="status">
      <h2>{title}</h2>
      <p>{children}</p>
      {action && (
        <button type="button" class="button" onClick={action.run}>
          {action.label}
        </button>
      )}
    </section>
  );
}

/** Shown until there is an answer. */
export function Loading({ label }: { readonly label: string }): JSX.Element {
  return (
    <section class="loading" aria-busy="true" aria-label={label}>
      <span class="skeleton" />
      <span class="skeleton" />
      <span class="skeleton" />
    </section>
  );
}
