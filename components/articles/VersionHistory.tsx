import type { JSX } from "preact";
import {
  type ChangedText,
  type VersionChange,
  type VersionedArticle,
  versionChanges,
} from "../../core/compare/version-changes.ts";
import { wordChanges } from "../../core/compare/word-changes.ts";
import { type Locale, useLocale } from "../kit/locale.ts";

interface Props {
  readonly article: VersionedArticle;
}

/** That an article was changed, and its changes, the latest first; nothing where its words are those it came with. */
export function VersionHistory({ article }: Props): JSX.Element | null {
  const locale = useLocale();
  const changes = versionChanges(article);
  const said = changeText(changes, locale);
  if (said === null) return null;
  return (
    <div class="history">
      <p class="history-title">{said}</p>
      <VersionList changes={changes} />
    </div>
  );
}

/** The same of the open page, folded. */
export function FoldedHistory({ article }: Props): JSX.Element | null {
  const locale = useLocale();
  const changes = versionChanges(article);
  const said = changeText(changes, locale);
  if (said === null) return null;
  return (
    <details class="history">
      <summary>{said}</summary>
      <VersionList changes={changes} />
    </details>
  );
}

/** What is said of the changes: how often the headline changed, else that the description did; `null` where no words changed. */
function changeText(changes: readonly VersionChange[], { text, counted }: Locale): string | null {
  const headlines = changes.filter(({ title }) => title.kind === "words").length;
  if (headlines > 0) return counted("headlineChanged", headlines);
  return changes.some(({ excerpt }) => excerpt.kind === "words")
    ? text("descriptionChanged")
    : null;
}

function VersionList({ changes }: { readonly changes: readonly VersionChange[] }): JSX.Element {
  const { text, dateTime } = useLocale();
  return (
    <ol class="history-list">
      {changes.map(({ at, title, excerpt }) => {
        const isQuiet = title.kind !== "words" && excerpt.kind !== "words";
        return (
          <li key={at} class={isQuiet ? "history-quiet" : undefined}>
            <p class="when">
              <time dateTime={new Date(at).toISOString()}>{dateTime(at)}</time>
              {isQuiet && ` · ${text("changedQuietly")}`}
            </p>
            {title.kind !== "none" && <Change changed={title} />}
            {excerpt.kind === "words" && <Change changed={excerpt} />}
          </li>
        );
      })}
    </ol>
  );
}

/** What was removed and added in a text; screen readers are told both versions, since they pass over such marks. */
function Change({ changed }: { readonly changed: ChangedText }): JSX.Element {
  const { text } = useLocale();
  const { before, after } = changed;
  return (
    <p class="change" dir="auto">
      <span class="visually-hidden">{text("changeBefore", before)} </span>
      <span class="visually-hidden">{text("changeAfter", after)}</span>
      <span aria-hidden="true">
        {wordChanges(before, after).map(({ text: words, kind }, i) => {
          if (kind === "removed") return <del key={i}>{words}</del>;
          if (kind === "added") return <ins key={i}>{words}</ins>;
          return words;
        })}
      </span>
    </p>
  );
}
