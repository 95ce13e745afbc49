import { type ComponentChild, render } from "preact";
import { act } from "preact/test-utils";
import { createLocale, type Locale, LocaleContext } from "../../../components/kit/locale.ts";
import catalogue from "../../../public/_locales/en/messages.json" with { type: "json" };

const messages: Readonly<Record<string, { readonly message: string }>> = catalogue;

/** A text of the English catalogue, filled in as `browser.i18n.getMessage` does. */
export function englishText(key: string, substitutions: readonly string[] = []): string {
  const message = messages[key]?.message ?? "";
  return message.replaceAll(/\$(\d)/g, (_, number) => substitutions[Number(number) - 1] ?? "");
}

/** The moment the tests take place. */
export const NOW = Date.UTC(2026, 3, 15, 12, 0);

/** English as it is spoken in the United States, at `NOW`, in UTC. */
export const ENGLISH: Locale = createLocale("en-US", englishText, () => NOW, "UTC");

/** Draws a view into the page, in English. */
export function show(view: ComponentChild): HTMLElement {
  document.body.replaceChildren();
  const place = document.createElement("div");
  document.body.append(place);
  showIn(place, view);
  return place;
}

/** Draws a view again, with other properties, where it is. */
export function showIn(place: HTMLElement, view: ComponentChild): void {
  void act(() =>
    render(<LocaleContext.Provider value={ENGLISH}>{view}</LocaleContext.Provider>, place),
  );
}

/** Text as a user sees it, without repeated white space and the marks that isolate directions. */
export function textOf(element: Element | null | undefined): string {
  const text = element?.textContent ?? "";
  return text
    .replaceAll(/[\u2068\u2069]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

export function textsOf(place: Element, selector: string): string[] {
  return Array.from(place.querySelectorAll(selector), textOf);
}

/** The button by its text or its label. */
export function button(place: Element, name: string): HTMLButtonElement {
  const buttons = Array.from(place.querySelectorAll("button"));
  const found = buttons.find(
    (element) => textOf(element) === name || element.getAttribute("aria-label") === name,
  );
  if (found === undefined) throw new Error(`no button “${name}”`);
  return found;
}

export function click(element: HTMLElement): void {
  void act(() => element.click());
}

/** Chooses an option of the only select there is. */
export function choose(place: Element, value: string): void {
  const select = place.querySelector("select");
  if (select === null) throw new Error("nothing to choose from");
  void act(() => {
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

/** Types into a field, in place of what it held. */
export function type(field: HTMLInputElement, text: string): void {
  void act(() => {
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

/** Sends the form that a field or a button belongs to. */
export function submit(part: HTMLInputElement | HTMLButtonElement): void {
  void act(() => {
    part.form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  });
}

/** Presses a key in an element. */
export function press(element: Element, key: string, fields: KeyboardEventInit = {}): void {
  void act(() => {
    element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, ...fields }));
  });
}

/** The field by the text of its label. */
export function field<Element extends HTMLElement = HTMLInputElement>(
  place: ParentNode,
  label: string,
): Element {
  const labels = Array.from(place.querySelectorAll("label"));
  const found = labels.find((element) => textOf(element) === label);
  const element = document.getElementById(found?.htmlFor ?? "");
  if (element === null) throw new Error(`no field “${label}”`);
  return element as Element;
}

/** Types into a text field and sends its form. */
export function enter(place: Element, text: string): void {
  const input = place.querySelector<HTMLInputElement>("input[type=text]");
  if (input === null) throw new Error("no text field");
  void act(() => {
    input.value = text;
    input.form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  });
}
