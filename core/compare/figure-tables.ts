import type { TextRange } from "../story/words/whole-words.ts";
import type { ComparedText, ReadArticle } from "./compared-text.ts";
import type { CountedThing } from "./figure-kind.ts";
import { isSameKind } from "./figure-kind.ts";
import { type Figure, isSameFigure } from "./figures.ts";

/** A figure as an article gives it. */
export interface FigureRow {
  /** Place of the article among those compared. */
  readonly article: number;
  readonly value: number;
  /** The headline or excerpt where it stands, and where in it. */
  readonly quote: string;
  readonly range: TextRange;
}

/** Differing figures for one thing, in order of time. */
export interface FigureTable {
  /** What they count; `null` where only the quotations say it. */
  readonly counts: CountedThing | null;
  readonly rows: readonly FigureRow[];
}

interface PlacedFigure {
  readonly article: number;
  readonly figure: Figure;
  readonly quote: string;
}

/**
 * The figures that articles give for the same thing where they differ. An article that gives two for one thing is left out
 * of that thing's table: which of them is meant is not sure.
 *
 * @param places of the articles whose figures are compared: copies of one text say nothing new
 */
export function figureTables(
  articles: readonly ReadArticle[],
  places: readonly number[],
): FigureTable[] {
  const clusters: PlacedFigure[][] = [];
  for (const article of places) {
    const read = articles[article] as ReadArticle;
    for (const figure of [...placed(article, read.title), ...placed(article, read.excerpt)]) {
      const cluster = clusters.find((own) =>
        own.some((other) => isSameKind(figure.figure.kind, other.figure.kind)),
      );
      if (cluster === undefined) clusters.push([figure]);
      else cluster.push(figure);
    }
  }
  return clusters.flatMap((cluster) => {
    const rows = oneEach(cluster);
    const differ = rows.some((a) => rows.some((b) => !isSameFigure(a.figure, b.figure)));
    return differ ? [tableOf(rows, articles)] : [];
  });
}

function placed(article: number, { text, figures }: ComparedText): PlacedFigure[] {
  return figures
    .filter(({ kind }) => kind !== null)
    .map((figure) => ({ article, figure, quote: text }));
}

/** The figure of each article that gives only one. */
function oneEach(cluster: readonly PlacedFigure[]): PlacedFigure[] {
  return [...Map.groupBy(cluster, ({ article }) => article).values()].flatMap((own) => {
    const [first] = own;
    const isOne = own.every(({ figure }) => first && isSameFigure(figure, first.figure));
    return first !== undefined && isOne ? [first] : [];
  });
}

function tableOf(figures: readonly PlacedFigure[], articles: readonly ReadArticle[]): FigureTable {
  const timeOf = ({ article }: PlacedFigure) =>
    articles[article]?.article.published ?? Number.MAX_VALUE;
  const kind = figures[0]?.figure.kind;
  return {
    counts: kind && "counts" in kind ? kind.counts : null,
    rows: figures
      .toSorted((a, b) => timeOf(a) - timeOf(b))
      .map(({ article, figure: { value, start, end }, quote }) => ({
        article,
        value,
        quote,
        range: { start, end },
      })),
  };
}
