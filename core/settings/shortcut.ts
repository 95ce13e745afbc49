/** A command of the extension, with the keys that the browser or the user has given it. */
export interface Shortcut {
  /** Its name in the manifest. */
  readonly command: string;
  /** In the user's language; empty for the toolbar button's. */
  readonly description: string;
  /** As the browser writes them; empty where it has none. */
  readonly keys: string;
}
