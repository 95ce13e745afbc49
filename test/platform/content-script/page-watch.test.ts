// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { watchPages } from "../../../platform/content-script/page-watch.ts";

/** Addresses of the pages that were reported. */
let seen: string[];
let stop: AbortController;
/** Stands in for the Navigation API, which happy-dom lacks; it has events only. */
let navigation: EventTarget;

beforeEach(() => {
  seen = [];
  stop = new AbortController();
  navigation = new EventTarget();
  vi.stubGlobal("navigation", navigation);
  history.replaceState(null, "", "/1");
});

afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, "prerendering");
});

function watch(): void {
  watchPages(
    () => seen.push(location.pathname + location.search),
    () => seen.push("back"),
    stop.signal,
  );
}

/** As a single-page site navigates: the address first, the event after it. */
function go(address: string, type = "navigatesuccess"): void {
  history.pushState(null, "", address);
  navigation.dispatchEvent(new Event(type));
}

function show(persisted: boolean): void {
  dispatchEvent(Object.assign(new Event("pageshow"), { persisted }));
}

test("the current page is reported at once", () => {
  watch();
  expect(seen).toEqual(["/1"]);
});

describe("a navigation within the document", () => {
  test.each(["navigatesuccess", "currententrychange"])("is seen by %s", (type) => {
    watch();
    go("/2", type);
    expect(seen).toEqual(["/1", "/2"]);
  });

  test("is reported once, whatever event reports it", () => {
    watch();
    go("/2", "currententrychange");
    go("/2", "navigatesuccess");
    expect(seen).toEqual(["/1", "/2"]);
  });

  test("to another query is another page", () => {
    watch();
    go("/1?page=2");
    expect(seen).toEqual(["/1", "/1?page=2"]);
  });

  test("to another fragment is not another page", () => {
    watch();
    go("/1#comments");
    go("/1#top");
    expect(seen).toEqual(["/1"]);
  });

  test("back to an earlier page is seen again", () => {
    watch();
    go("/2");
    go("/1");
    expect(seen).toEqual(["/1", "/2", "/1"]);
  });
});

describe("a page that is shown", () => {
  test("from the back/forward cache is reported as restored", () => {
    watch();
    show(true);
    expect(seen).toEqual(["/1", "back"]);
  });

  test("for the first time is not reported twice", () => {
    watch();
    show(false);
    expect(seen).toEqual(["/1"]);
  });
});

describe("a page that is prerendered", () => {
  beforeEach(() => {
    Object.defineProperty(document, "prerendering", { value: true, configurable: true });
  });

  test("is not reported before it is shown", () => {
    watch();
    go("/2");
    show(true);
    expect(seen).toEqual([]);
  });

  test("is seen once it is shown, at the address it then has", () => {
    watch();
    history.replaceState(null, "", "/2");
    document.dispatchEvent(new Event("prerenderingchange"));
    go("/3");
    expect(seen).toEqual(["/2", "/3"]);
  });

  test("is not reported when the watch has ended before", () => {
    watch();
    stop.abort();
    document.dispatchEvent(new Event("prerenderingchange"));
    expect(seen).toEqual([]);
  });
});

test("nothing is reported after the watch has ended", () => {
  watch();
  stop.abort();
  go("/2", "navigatesuccess");
  go("/3", "currententrychange");
  show(true);
  expect(seen).toEqual(["/1"]);
});
