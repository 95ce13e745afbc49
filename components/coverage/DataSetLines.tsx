import type { JSX } from "preact";
import type { DataSetInfo } from "../../core/data-set/data-set.ts";
import { isolated } from "../kit/isolated.ts";
import { useLocale } from "../kit/locale.ts";

/** The data sets that an answer comes from, with the date of their newest article. */
export function DataSetLines({
  dataSets,
}: {
  readonly dataSets: readonly DataSetInfo[];
}): JSX.Element {
  const { text, date } = useLocale();
  return (
    <div class="data-set">
      {dataSets.map(({ id, name, description, to }) => (
        <p key={id} title={description} dir="auto">
          {to === null
            ? text("dataFromUndated", isolated(name))
            : text("dataFrom", isolated(name), date(to))}
        </p>
      ))}
    </div>
  );
}
