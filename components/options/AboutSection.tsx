import type { JSX } from "preact";
import { FactList } from "../kit/FactList.tsx";
import { useLocale } from "../kit/locale.ts";

interface Props {
  /** Of the extension. */
  readonly version: string;
}

/** The part of the options about the extension itself. */
export function AboutSection({ version }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <section class="group">
      <div class="group-head">
        <h2>{text("partAbout")}</h2>
        <p>{text("extensionDescription")}</p>
      </div>
      <div class="box">
        <FactList
          facts={[
            [text("factVersion"), version],
            [text("factLicence"), "MIT"],
          ]}
        />
        <div class="buttons">
          <a class="button button-secondary" href="/welcome.html" target="_blank" rel="noopener">
            {text("showIntroduction")}
          </a>
        </div>
      </div>
    </section>
  );
}
