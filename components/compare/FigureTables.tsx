import type { JSX } from "preact";
import type { ComparedArticle } from "../../core/compare/compared-text.ts";
import type { FigureTable } from "../../core/compare/figure-tables.ts";
import { useLocale } from "../kit/locale.ts";
import { Quotation } from "./Quotation.tsx";

interface Props {
  readonly tables: readonly FigureTable[];
  readonly articles: readonly ComparedArticle[];
}

/** The figures that articles give for the same thing where they differ, each with the words it stands in. */
export function FigureTables({ tables, articles }: Props): JSX.Element {
  const { text } = useLocale();
  return (
    <section class="compare-part">
      <h2>{text("compareFigures")}</h2>
      <p class="fine">{text(tables.length > 0 ? "compareFiguresHelp" : "compareFiguresNone")}</p>
      {tables.map((table, i) => (
        <Table key={String(i)} table={table} articles={articles} />
      ))}
    </section>
  );
}

function Table({
  table: { counts, rows },
  articles,
}: {
  readonly table: FigureTable;
  readonly articles: readonly ComparedArticle[];
}): JSX.Element {
  const { text, dateTime } = useLocale();
  return (
    <table class="figures">
      {counts !== null && <caption>{text(`compareCounts_${counts}`)}</caption>}
      <thead>
        <tr>
          <th scope="col">{text("compareFigure")}</th>
          <th scope="col">{text("compareQuote")}</th>
          <th scope="col">{text("sortOutlet")}</th>
          <th scope="col">{text("published")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ article, quote, range }) => {
          const { outlet, url, published } = articles[article] as ComparedArticle;
          return (
            <tr key={url}>
              <th scope="row">
                <bdi>{quote.slice(range.start, range.end)}</bdi>
              </th>
              <td>
                <Quotation text={quote} range={range} />
              </td>
              <td>
                <a href={url} target="_blank" rel="noopener noreferrer" dir="auto">
                  {outlet.name}
                </a>
              </td>
              <td>
                {published === null ? (
                  text("timeUnknown")
                ) : (
                  <time dateTime={new Date(published).toISOString()}>{dateTime(published)}</time>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
