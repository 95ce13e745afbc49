import type { JSX } from "preact";
import type { LiveSummary } from "../../core/protocol/live-status.ts";
import { useLocale } from "../kit/locale.ts";

interface Props {
  /** `null` if no outlet is picked. */
  readonly live: LiveSummary | null;
}

/** The live outlets in one line: how many, today's articles, the last poll. Nothing if there are none. */
export function LiveLine({ live }: Props): JSX.Element | null {
  const { text, counted, list, ago } = useLocale();
  if (live === null) return null;
  const { outlets, articlesToday, lastSuccessAt } = live;
  const facts = [
    counted("outletsIn", outlets),
    counted("articlesToday", articlesToday),
    lastSuccessAt === null ? text("notPolledYet") : ago(lastSuccessAt),
  ];
  return <p class="live-line">{list(facts)}</p>;
}
