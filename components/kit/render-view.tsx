import { type ComponentChild, render } from "preact";
import { NEW_TAB_NOTE } from "./ArticleLink.tsx";
import { type Locale, LocaleContext } from "./locale.ts";

/** Draws a view into the page's `#app`, in the locale's language and direction. */
export function renderView(view: ComponentChild, locale: Locale): void {
  document.documentElement.lang = locale.language;
  document.documentElement.dir = locale.direction;
  const app = document.getElementById("app");
  if (app === null) throw new TypeError("the page has no #app");
  render(
    <LocaleContext.Provider value={locale}>
      {view}
      <span id={NEW_TAB_NOTE} hidden>
        {locale.text("opensNewTab")}
      </span>
    </LocaleContext.Provider>,
    app,
  );
}
