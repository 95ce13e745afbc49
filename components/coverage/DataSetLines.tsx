import type { JSX } from "preact";
import type { DataSetInfo } from "../../core/data-set/data-set.ts";
import { useLocale } from "../kit/locale.ts";

/** Where an answer comes from: each data set and its date. */
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
          {to === null ? text("dataFromUndated", name) : text("dataFrom", name, date(to))}
        </p>
      ))}
    </div>
  );
}
