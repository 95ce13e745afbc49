import type { ComponentChildren, JSX } from "preact";

interface Props {
  readonly title: string;
  readonly children: ComponentChildren;
  /** A button that may help, or a link to a page of the extension that does, in a tab of its own. */
  readonly action?:
    | { readonly label: string; readonly run: () => void }
    | { readonly label: string; readonly href: string }
    | undefined;
}

/** An empty or failed state, with what the user can do about it. */
export function Message({ title, children, action }: Props): JSX.Element {
  return (
    <section class="message" role="status">
      <h2>{title}</h2>
      <p>{children}</p>
      {action !== undefined &&
        ("href" in action ? (
          <a class="button" href={action.href} target="_blank" rel="noopener">
            {action.label}
          </a>
        ) : (
          <button type="button" class="button" onClick={action.run}>
            {action.label}
          </button>
        ))}
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
