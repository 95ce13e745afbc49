import { WAIT } from "../timeouts.ts";
import type { InFirefox } from "./script-firefox.ts";

/** Shows the extension's button in the toolbar and clicks it. */
export async function clickToolbarButton(inFirefox: InFirefox): Promise<void> {
  await inFirefox(`
    const { CustomizableUI } = ChromeUtils.importESModule(
      "moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs");
    const id = "second-source_second-source_example-browser-action";
    CustomizableUI.addWidgetToArea(id, "nav-bar");
    for (const panel of document.querySelectorAll("panel")) if (panel.state === "open") panel.hidePopup();
    await new Promise((resolve) => setTimeout(resolve, 100));
    document.getElementById(id).querySelector(".unified-extensions-item-action-button").click();
  `);
}

/** Presses a shortcut, such as `Alt+Shift+S`. */
export async function pressKeys(inFirefox: InFirefox, keys: string): Promise<void> {
  const [key = "", ...modifiers] = keys.split("+").reverse();
  await inFirefox(`
    const keyboard = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
    if (!keyboard.beginInputTransactionForTests(window)) throw new Error("no keyboard");
    const modifiers = ${JSON.stringify(modifiers)}.map((key) => new KeyboardEvent("", { key }));
    const key = ${JSON.stringify(key)};
    const event = new KeyboardEvent("", { key, code: "Key" + key, keyCode: key.charCodeAt(0) });
    for (const modifier of modifiers) keyboard.keydown(modifier);
    keyboard.keydown(event);
    keyboard.keyup(event);
    for (const modifier of modifiers) keyboard.keyup(modifier);
  `);
}

/** Chooses the extension's entry in the context menu that is about to open. */
export async function chooseInMenu(inFirefox: InFirefox): Promise<void> {
  await inFirefox(`
    const menu = document.getElementById("contentAreaContextMenu");
    const entry = () => menu.querySelector('[label="Who else has this story?"]:not([hidden])');
    for (const start = Date.now(); menu.state !== "open" || entry() === null; ) {
      if (Date.now() - start > ${WAIT}) throw new Error("no entry in the menu");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    menu.activateItem(entry());
  `);
}

/** Answers the question for a permission that is asked, or is about to be. */
export async function answerPermissionPrompt(inFirefox: InFirefox, allow: boolean): Promise<void> {
  await inFirefox(`
    const id = "addon-webext-permissions-notification";
    const answer = ${JSON.stringify(allow ? "button" : "secondaryButton")};
    let isAnswered = false;
    for (const start = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 100))) {
      const question = document.getElementById(id);
      // A click on a question that is still opening may be ignored: it is made again until the question is gone.
      if (question !== null && PopupNotifications.isPanelOpen) {
        question[answer].click();
        isAnswered = true;
      } else if (isAnswered) return;
      if (Date.now() - start > ${WAIT}) throw new Error("no question for a permission came");
    }
  `);
}
