import type { JSX } from "preact";
import type { OutletRecord } from "../../core/today/outlet-records.ts";
import { useLocale } from "../kit/locale.ts";

/** How often each outlet was first, and by how much, with the number of stories it is said of. */
export function OutletRecords({
  records,
}: {
  readonly records: readonly OutletRecord[];
}): JSX.Element | null {
  const { text, number, duration } = useLocale();
  if (records.length === 0) return null;
  return (
    <details class="records">
      <summary>{text("recordsTitle")}</summary>
      <p class="fine">{text("recordsHelp")}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{text("sortOutlet")}</th>
            <th scope="col">{text("recordsFirst")}</th>
            <th scope="col">{text("recordsLead")}</th>
          </tr>
        </thead>
        <tbody>
          {records.map(({ outlet, first, stories, lead }) => (
            <tr key={outlet}>
              <th scope="row" dir="auto">
                {outlet}
              </th>
              <td>{text("recordsOf", number(first), number(stories))}</td>
              <td>{lead === null ? "–" : duration(lead)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
