// @vitest-environment happy-dom
// @vitest-environment-options { "settings": { "enableIframePageLoading": true } }
import "./stand-ins.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { findPlace } from "../../../platform/content-script/sidebar-place.ts";
import { add, addParagraphs, clearPage, lay, putAt, TEXT } from "./laid-out-page.ts";
import { layers } from "./stand-ins.ts";

beforeEach(() => {
  vi.stubGlobal("innerWidth", 1280);
  vi.stubGlobal("innerHeight", 800);
});

afterEach(() => {
  clearPage();
  vi.unstubAllGlobals();
});

const automatic = () => findPlace("panel", 360, false, null);

describe("the width of a sidebar that opens by itself", () => {
  test("is the user's where the page's text leaves that much room", () => {
    addParagraphs(24, 100, 680, 200);
    expect(automatic()).toEqual({ shape: "panel", width: 360, top: 8, height: 784 });
  });

  test("is the room beside a centred column of 680 pixels", () => {
    addParagraphs(300, 100, 680, 200);
    expect(automatic()).toEqual({ shape: "panel", width: 292, top: 8, height: 784 });
  });

  test("is a tab's where the room is less than 280 pixels", () => {
    addParagraphs(313, 100, 680, 200);
    expect(automatic()).toMatchObject({ shape: "tab", width: 44 });
  });

  test("leaves out a column beside the article's", () => {
    addParagraphs(24, 100, 680, 200);
    add(`<p>${TEXT}</p>`, [900, 100, 300, 200]);
    expect(automatic()).toMatchObject({ shape: "panel", width: 360 });
  });

  test("leaves out labels and what is not shown", () => {
    addParagraphs(24, 100, 680, 200);
    add("<p>By A. Reporter</p>", [24, 80, 1200, 20]);
    add(`<p>${TEXT.repeat(9)}</p>`, [0, 0, 0, 0]);
    expect(automatic()).toMatchObject({ shape: "panel", width: 360 });
  });

  test("is measured of text that is in no paragraphs", () => {
    add(`<div>${TEXT}<br><br>${TEXT}</div>`, [200, 100, 900, 200]);
    expect(automatic()).toMatchObject({ shape: "tab" });
  });

  test("is the user's on a page without text", () => {
    expect(automatic()).toMatchObject({ shape: "panel", width: 360 });
  });

  test("is the user's where the user asked for it", () => {
    addParagraphs(300, 100, 900, 200);
    expect(findPlace("panel", 360, true, null)).toMatchObject({ shape: "panel", width: 360 });
  });
});

describe("what may not be covered", () => {
  beforeEach(() => addParagraphs(24, 100, 680, 200));

  test.each([
    ["a consent banner", '<div style="position: fixed"></div>'],
    ["an open dialog", "<dialog open></dialog>"],
    ["what says it is a dialog", '<div role="dialog"></div>'],
    ["a player", "<video></video>"],
    ["a player in a frame", "<iframe allowfullscreen></iframe>"],
    ["a box that is laid over the page", '<div style="position: absolute"></div>'],
  ])("leaves the part of the window above it: %s", (_, markup) => {
    lay(add(markup, [0, 600, 1280, 200]));
    expect(automatic()).toEqual({ shape: "panel", width: 360, top: 8, height: 584 });
  });

  test("leaves the part of the window below it", () => {
    lay(add('<header style="position: sticky"></header>', [0, 0, 1280, 90]));
    expect(automatic()).toEqual({ shape: "panel", width: 360, top: 98, height: 694 });
  });

  test("leaves room for the tab alone where too little height is left for a panel", () => {
    lay(add('<div style="position: fixed"></div>', [700, 200, 580, 600]));
    expect(automatic()).toEqual({ shape: "tab", width: 44, top: 8, height: 184 });
  });

  test("leaves nothing where it lies everywhere", () => {
    lay(add('<div style="position: fixed"></div>', [0, 0, 1280, 800]));
    expect(automatic().shape).toBeNull();
  });

  test.each([
    ["the layer that holds the article", true],
    ["a background below that", false],
  ])("is not %s, though it stays in its place", (_, holdsArticle) => {
    const layer = add('<div style="position: fixed"></div>', [0, 0, 1280, 800]);
    if (holdsArticle) layer.append(...document.querySelectorAll("p"));
    layers.at = () => (holdsArticle ? [layer, document.body] : [document.body, layer]);
    expect(automatic()).toMatchObject({ shape: "panel", top: 8, height: 784 });
  });

  test.each([
    ["a video", '<video style="position: fixed"></video>'],
    ["a decoration", '<div style="position: fixed"></div>'],
  ])("is not %s that fills the window behind the text", (_, markup) => {
    const background = add(markup, [0, 0, 1280, 800]);
    const texts = [...document.querySelectorAll("p")];
    layers.at = (x) => [...(x < 704 ? texts : []), background, document.body];
    expect(automatic()).toMatchObject({ shape: "panel", top: 8, height: 784 });
  });

  test("is not an element in a column beside the article, though it sticks", () => {
    lay(add('<div style="position: sticky"></div>', [900, 100, 300, 600]));
    expect(automatic()).toMatchObject({ shape: "panel", top: 8, height: 784 });
  });

  test("is a low box with fields, though it is narrow and sticks", () => {
    const box = '<div style="position: sticky"><form><input></form></div>';
    lay(add(box, [844, 600, 420, 200]));
    expect(automatic()).toEqual({ shape: "panel", width: 360, top: 8, height: 584 });
  });

  test("is a player that the page draws itself, with its controls", () => {
    lay(add("<div><canvas></canvas><button>Play</button></div>", [900, 0, 360, 240]));
    expect(automatic()).toEqual({ shape: "panel", width: 360, top: 248, height: 544 });
  });

  test.each([
    ["the title above the article", "<h1>A story</h1>"],
    ["one wide paragraph of it", `<p>${TEXT}</p>`],
  ])("is text that begins in the article's column: %s", (_, markup) => {
    for (let i = 0; i < 4; i++) addParagraphs(24, 100, 680, 200);
    lay(add(markup, [24, 100, 1232, 100]));
    expect(automatic()).toEqual({ shape: "panel", width: 360, top: 208, height: 584 });
  });

  test("is a cell of a row that begins in the article's column", () => {
    const row = add("<table><tr><td>1</td><td>2</td></tr></table>", [24, 100, 1232, 100]);
    const [first, last] = row.querySelectorAll("td");
    if (!first || !last) throw new Error("no cells");
    putAt(first, [24, 100, 680, 100]);
    putAt(last, [800, 100, 456, 100]);
    lay(last);
    expect(automatic()).toEqual({ shape: "panel", width: 360, top: 208, height: 584 });
  });

  test("is not text beside the article's column", () => {
    lay(add(`<p>${TEXT}</p>`, [900, 100, 356, 100]));
    expect(automatic()).toMatchObject({ shape: "panel", top: 8, height: 784 });
  });

  test("is found whatever the fields of a form are named", () => {
    const names = ["matches", "contains", "getBoundingClientRect"];
    const fields = names.map((name) => `<input name="${name}">`).join("");
    lay(add(`<form style="position: fixed">${fields}</form>`, [0, 600, 1280, 200]));
    expect(automatic()).toMatchObject({ shape: "panel", top: 8, height: 584 });
  });

  test("is what lies in a fixed element that takes no clicks", () => {
    const layer = add('<div style="position: fixed"><p>Cookies</p></div>', [0, 0, 1280, 800]);
    const box = layer.querySelector("p");
    if (box === null) throw new Error("no box");
    putAt(box, [0, 600, 1280, 200]);
    lay(box);
    expect(automatic()).toMatchObject({ shape: "panel", top: 8, height: 584 });
  });

  test("is what a framework puts into an element without a size", () => {
    const root = add('<div style="position: relative"></div>', [0, 0, 1280, 0]);
    lay(add('<div style="position: absolute"></div>', [0, 600, 1280, 200], root));
    expect(automatic()).toMatchObject({ shape: "panel", top: 8, height: 584 });
  });

  test("is a menu that hangs out of the site's head", () => {
    const head = add('<header style="position: relative"></header>', [0, 0, 1280, 60]);
    lay(add('<div style="position: absolute; z-index: 9"></div>', [844, 60, 420, 300], head));
    expect(automatic()).toMatchObject({ shape: "panel", top: 368, height: 424 });
  });

  test("is not a label in a box of a column beside the article, though it is raised above it", () => {
    const card = add('<section style="position: relative"></section>', [900, 0, 380, 400]);
    lay(add('<b style="position: absolute; z-index: 9"></b>', [900, 0, 380, 100], card));
    expect(automatic()).toMatchObject({ shape: "panel", top: 8, height: 784 });
  });

  test("is what lies in a closed shadow root, of which the page shows the host alone", () => {
    const host = add("<div></div>", [0, 0, 0, 0]);
    const root = host.attachShadow({ mode: "closed" });
    const box = add('<div style="position: absolute"></div>', [0, 600, 1280, 200]);
    root.append(box);
    layers.at = (_, y) => (y < 600 ? [document.body] : [host, document.body]);
    root.elementsFromPoint = () => [box, document.body];
    expect(automatic()).toMatchObject({ shape: "panel", top: 8, height: 584 });
  });

  test.each([
    ["as high as the page", '<aside style="position: absolute"></aside>', 3000],
    ["that is placed by the page's layout", '<aside style="position: relative"></aside>', 500],
  ])("is not a column beside the article %s", (_, markup, height) => {
    const aside = add(markup, [900, 0, 380, height]);
    lay(add('<a style="position: absolute"></a>', [900, 200, 300, 300], aside), aside);
    expect(automatic()).toMatchObject({ shape: "panel", top: 8, height: 784 });
  });

  test("is not the sidebar itself", () => {
    const own = add('<div style="position: fixed"></div>', [900, 0, 380, 800]);
    lay(own);
    expect(findPlace("panel", 360, false, own)).toMatchObject({ top: 8, height: 784 });
  });
});

describe("the tab", () => {
  test("is as narrow as the room beside the text", () => {
    addParagraphs(24, 100, 1226, 200);
    expect(automatic()).toEqual({ shape: "tab", width: 30, top: 8, height: 784 });
  });

  test("lies at the end of lines where text fills the window", () => {
    addParagraphs(0, 0, 1280, 800);
    lay(...document.querySelectorAll("p"));
    expect(automatic()).toEqual({ shape: "tab", width: 24, top: 8, height: 784 });
  });
});

describe("in a small window", () => {
  test.each([
    [360, 740],
    [740, 360],
  ])("of %i × %i it comes as a tab, and is a sheet when the user asks", (width, height) => {
    vi.stubGlobal("innerWidth", width);
    vi.stubGlobal("innerHeight", height);
    expect(automatic()).toMatchObject({ shape: "tab", width: 200 });
    expect(findPlace("panel", 360, true, null)).toMatchObject({ shape: "sheet", width, height });
  });
});
