import type { JSX } from "preact";
import type { TabCoverage } from "../../core/protocol/responses.ts";
import type { Result } from "../../core/protocol/result.ts";
import type { CountryNames } from "../../core/story/words/country-names.ts";
import { LogoMark } from "../kit/icons.tsx";
import { useLocale } from "../kit/locale.ts";
import { Loading, Message } from "../kit/Message.tsx";
import { StoryComparison } from "./StoryComparison.tsx";

interface Props {
  /** Of the page whose story is compared; `null` while the background is being asked. */
  readonly answer: Result<TabCoverage> | null;
  /** The text of that page; `null` where it cannot be read. */
  readonly pageText: string | null;
  /** `null` until they are loaded. */
  readonly countries: CountryNames | null;
  /** The one article that the page is compared with, by `addressToken`, or `null` for its story. */
  readonly other: string | null;
  /** Copies a text; `false` where the browser does not allow it. */
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onRetry: () => void;
}

/** The page that compares the headlines of a story. */
export function ComparePage({ answer, countries, onRetry, ...props }: Props): JSX.Element {
  const { text } = useLocale();
  const value = answer?.ok ? answer.value : null;
  const coverage = value?.coverage;
  return (
    <main class="compare">
      <header class="compare-head">
        <LogoMark />
        <h1>{text("compareTitle")}</h1>
      </header>
      {answer?.ok === false ? (
        <Message title={text("failedTitle")} action={{ label: text("retry"), run: onRetry }}>
          {text("failedUnavailable")}
        </Message>
      ) : coverage === undefined || countries === null ? (
        <Loading label={text("loading")} />
      ) : coverage.kind !== "article" || coverage.related.length === 0 ? (
        <Message title={text("compareNothing")}>{text("compareNothingText")}</Message>
      ) : (
        <StoryComparison
          key={value?.address}
          coverage={coverage}
          countries={countries}
          onRetry={onRetry}
          {...props}
        />
      )}
    </main>
  );
}
