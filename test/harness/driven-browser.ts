import type { Page } from "puppeteer-core";
import type { BrowserName } from "./installed-browsers.ts";

/** A page of the extension: the sidebar in its frame, the popup, the options. */
export interface View {
  /** Runs `action` in the view, with its document; arguments and result travel as JSON. */
  run<Result, Args extends readonly unknown[]>(
    action: (document: Document, ...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
}

/** A real browser with the built extension in it. */
export interface DrivenBrowser {
  readonly name: BrowserName;
  /** `chrome-extension://…` or `moz-extension://…`, without a slash at the end. */
  readonly extensionOrigin: string;
  newPage(): Promise<Page>;
  /** Opens a private window, and gives its page; only where `allowsPrivateWindows` is set. */
  openPrivateWindow(): Promise<Page>;
  /** The sidebar on a page, if its frame is there now. */
  sidebar(page: Page): Promise<View | null>;
  /** Clicks the toolbar button with `page` in front, and gives the popup that opens. */
  openPopup(page: Page): Promise<View>;
  /**
   * Presses the keys of a command. Firefox gets real key events in its own window. What a driver types in Chromium goes to
   * the page alone, past the browser's shortcuts: there the extension is told as if they had been pressed.
   *
   * @param keys as they are set for the command, e.g. `Alt+Shift+O`
   */
  pressShortcut(command: string, keys: string): Promise<void>;
  /**
   * Chooses the extension's entry in the context menu of a link. Firefox shows its real menu. No driver reaches that of
   * Chromium: there the extension is told as if the entry had been chosen, but without what the browser permits for a
   * real click (to look into a page of another site, and to open the side panel).
   *
   * @param selector of the link on the page
   */
  chooseInLinkMenu(page: Page, selector: string): Promise<void>;
  /**
   * Opens the browser's side panel. No driver opens that of Chromium: there it is a tab with the page that the panel would
   * show.
   */
  openSidePanel(): Promise<View>;
  /** The page in the side panel that the extension has opened; in Chromium, in the tab that it opens where it may open no panel. */
  openedSidePanel(): Promise<View>;
  /** Closes the side panel. */
  closeSidePanel(): Promise<void>;
  /** Opens a page of the extension in a tab. */
  openExtensionPage(path: string): Promise<{ readonly page: Page; readonly view: View }>;
  /** A page in a tab that the browser or the extension opens by itself, once it is there. */
  openedPage(ending: string): Promise<{ readonly page: Page; readonly view: View }>;
  /**
   * Answers the browser's own question for a permission, once it is open;
   * `null` where no driver reaches it (Chromium): tests there start with the permission given.
   */
  readonly answerPermissionPrompt: ((allow: boolean) => Promise<void>) | null;
  /** What its pages and their frames show, for the message of a test that failed. */
  describe(): Promise<string>;
  /** Ends the background worker at once, as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Closes all pages, removes the extension with all that it stored, and installs it again from `extension`. */
  reinstall(extension: string): Promise<void>;
  /** Resolves when the browser has ended, by `close` or by the user. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
  /** Ends the browser like a crash: nothing more is written. */
  kill(): Promise<void>;
}

/** What a driver needs to start. */
export interface StartOptions {
  readonly program: string;
  /** Folder of the built extension. */
  readonly extension: string;
  readonly headless: boolean;
  /** Where the browser keeps its profile; default a temporary one. */
  readonly profile?: string;
  /** Firefox keeps no history: it then refuses extensions a database. */
  readonly keepsNoHistory?: boolean;
  /** The extension works in private windows too, as the user allows it in the browser's list of extensions. */
  readonly allowsPrivateWindows?: boolean;
  /** Firefox suspends the background after this many ms without work; Chromium's 30 s are fixed. */
  readonly backgroundIdleTimeout?: number;
  /** The introduction stays that opens by itself after the installation; otherwise it is closed at once. */
  readonly keepsIntroduction?: boolean;
  /** Language of the browser's own interface, e.g. `de`; Chromium only. */
  readonly language?: string;
  /** Port of a `LocalWeb`'s proxy; `null` for the real network. */
  readonly proxyPort: number | null;
}
