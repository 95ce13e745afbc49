import type { JSX } from "preact";
import type { LiveSummary } from "../../core/protocol/live-status.ts";
import { useLocale } from "../kit/locale.ts";

interface Props {
  /** `null` if no outlet is picked. */
  readonly live: LiveSummary | null;
}

/** The live outlets in one line: how many, today's articles, the last poll. If there are none, the way to the introduction. */
export function LiveLine({ live }: Props): JSX.Element {
  const { text, counted, list, ago } = useLocale();
  if (live === null)
    return (
      <a class="live-line" href="/welcome.html" target="_blank" rel="noopener">
        {text("chooseFirstOutlets")}
      </a>
    );
  const { outlets, articlesToday, lastSuccessAt } = live;
  const facts = [
    counted("outletsIn", outlets),
    counted("articlesToday", articlesToday),
    lastSuccessAt === null ? text("notPolledYet") : ago(lastSuccessAt),
  ];
  return <p class="live-line">{list(facts)}</p>;
}
