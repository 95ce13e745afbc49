import type { JSX } from "preact";
import type { ComparedArticle } from "../../core/compare/compared-text.ts";
import { useLocale } from "../kit/locale.ts";

interface Props {
  readonly articles: readonly ComparedArticle[];
  /** Addresses. */
  readonly chosen: ReadonlySet<string>;
  /** The open page's address. */
  readonly page: string;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Which articles of the story are compared: all, some, or any two. */
export function ArticleChoice({ articles, chosen, page, onChange }: Props): JSX.Element {
  const { text, number } = useLocale();
  const toggle = (url: string, isOn: boolean) => {
    const others = [...chosen].filter((one) => one !== url);
    onChange(new Set(isOn ? [...others, url] : others));
  };
  return (
    <details class="compare-choice">
      <summary>{text("compareChosen", number(chosen.size), number(articles.length))}</summary>
      <fieldset>
        <legend class="visually-hidden">{text("compareChoose")}</legend>
        {articles.map(({ url, outlet, title }) => (
          <label key={url}>
            <input
              type="checkbox"
              checked={chosen.has(url)}
              onChange={(event) => toggle(url, event.currentTarget.checked)}
            />
            <span>
              <b dir="auto">{outlet.name}</b>
              {url === page && ` (${text("thisPage")})`} <span dir="auto">{title}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
