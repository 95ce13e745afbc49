import type { JSX } from "preact";
import type { DataSetInfo } from "../core/data-set/data-set.ts";
import { useLocale } from "./locale.ts";

/** Where an answer comes from: the data set and its date. */
export function DataSetLine({ dataSet }: { readonly dataSet: DataSetInfo }): JSX.Element {
  const { text, date } = useLocale();
  return (
    <p class="data-set" title={dataSet.description}>
      {dataSet.to === null
        ? text("dataFromUndated", dataSet.name)
        : text("dataFrom", dataSet.name, date(dataSet.to))}
    </p>
  );
}
