import type { JSX } from "preact";
import { useLocale } from "../kit/locale.ts";

/** How to keep the toolbar button in sight, which differs between browsers. */
export function PinHelp({ browser }: { readonly browser: "chromium" | "firefox" }): JSX.Element {
  const { text } = useLocale();
  return (
    <section class="welcome-step">
      <h2>{text("welcomePinTitle")}</h2>
      <p>{text(browser === "firefox" ? "welcomePinFirefox" : "welcomePinChromium")}</p>
    </section>
  );
}
