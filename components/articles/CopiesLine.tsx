import { Fragment, type JSX } from "preact";
import type { StoryCopy } from "../../core/coverage/coverage.ts";
import { ArticleLink } from "../kit/ArticleLink.tsx";
import { useLocale } from "../kit/locale.ts";

/** Up to this many outlets are named; more are folded away. */
const SHOWN = 3;

interface Props {
  /** The same text at other addresses; at least one. */
  readonly copies: readonly StoryCopy[];
}

/** Links to other outlets that published the same text; folded away if they are many. */
export function CopiesLine({ copies }: Props): JSX.Element {
  const { text, counted } = useLocale();
  if (copies.length <= SHOWN)
    return (
      <p class="copies">
        {`${text("alsoAt")} `}
        <CopyLinks copies={copies} />
      </p>
    );
  return (
    <details class="copies">
      <summary>{counted("alsoAtOutlets", copies.length)}</summary>
      <p>
        <CopyLinks copies={copies} />
      </p>
    </details>
  );
}

function CopyLinks({ copies }: Props): JSX.Element {
  const { text, listParts } = useLocale();
  const left = [...copies];
  return (
    <>
      {listParts(copies.map(({ outlet }) => outlet.name)).map(({ type, value }) => {
        const copy = type === "element" ? left.shift() : undefined;
        if (copy === undefined) return value;
        const host = new URL(copy.url).host;
        return (
          <Fragment key={copy.url}>
            <ArticleLink url={copy.url} title={host}>
              <bdi>{value === "" ? host : value}</bdi>
            </ArticleLink>
            {copy.isFirst && <span class="tag tag-first">{text("first")}</span>}
          </Fragment>
        );
      })}
    </>
  );
}
