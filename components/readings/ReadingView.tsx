import type { JSX } from "preact";
import type { StarterList } from "../../core/outlets/starter-list.ts";
import type { TodayOutlet } from "../../core/protocol/today.ts";
import type { Reading } from "../../core/readings/reading.ts";
import { type OutletFacts, readingBalance } from "../../core/readings/reading-balance.ts";
import { writeReadingsCsv, writeReadingsJson } from "../../core/readings/write-readings.ts";
import type { Download } from "../kit/deps.ts";
import { useLocale } from "../kit/locale.ts";
import { Loading, Message } from "../kit/Message.tsx";
import { BalanceTables } from "./BalanceTables.tsx";
import { ReadingList } from "./ReadingList.tsx";
import { useOutletFacts } from "./use-outlet-facts.ts";
import type { Readings } from "./use-readings.ts";

/** What it uses of the browser. */
export interface ReadingDeps {
  readonly download: Download;
  readonly loadStarterList: () => Promise<StarterList>;
  /** ms since 1970. */
  now(): number;
}

interface Props {
  readonly deps: ReadingDeps;
  /** The user's. */
  readonly outlets: readonly TodayOutlet[];
  readonly kept: Readings;
}

/** What the user has read, summed up on the device; only where the user wants it to be kept. */
export function ReadingView({ deps, outlets, kept }: Props): JSX.Element {
  const { text } = useLocale();
  const { readings, isKept, forget, keep } = kept;
  const factsOf = useOutletFacts(deps.loadStarterList, outlets);
  if (readings === null) return <Loading label={text("loading")} />;
  return (
    <section class="readings" aria-label={text("readingsTitle")}>
      {!isKept && (
        <Message
          title={text("readingOffTitle")}
          action={{ label: text("readingSwitchOn"), run: () => void keep(true) }}
        >
          {text("readingOff")}
        </Message>
      )}
      {isKept && readings.length === 0 && (
        <Message title={text("readingNoneTitle")}>{text("readingNone")}</Message>
      )}
      {readings.length > 0 && <Kept {...{ deps, readings, factsOf, forget }} />}
      {isKept && (
        <p class="fine">
          {text("readingKept")}{" "}
          <button type="button" class="button-quiet" onClick={() => void keep(false)}>
            {text("readingSwitchOff")}
          </button>
        </p>
      )}
    </section>
  );
}

interface KeptProps {
  readonly deps: ReadingDeps;
  readonly readings: readonly Reading[];
  readonly factsOf: (domain: string) => OutletFacts;
  readonly forget: (urls: readonly string[] | null) => Promise<void>;
}

function Kept({ deps, readings, factsOf, forget }: KeptProps): JSX.Element {
  const { text } = useLocale();
  const balance = readingBalance(readings, factsOf);
  const save = (written: string, extension: string, type: string) => {
    const day = new Date(deps.now()).toISOString().slice(0, 10);
    const file = new Blob([written], { type: `${type};charset=utf-8` });
    deps.download(file, `second-source-reading-${day}.${extension}`);
  };
  return (
    <>
      <BalanceTables balance={balance} />
      <ReadingList readings={readings} onForget={(url) => void forget([url])} />
      <div class="buttons">
        <button
          type="button"
          class="button button-secondary"
          onClick={() => save(writeReadingsCsv(readings, factsOf), "csv", "text/csv")}
        >
          {text("readingExport", "CSV")}
        </button>
        <button
          type="button"
          class="button button-secondary"
          onClick={() =>
            save(writeReadingsJson(readings, balance, factsOf), "json", "application/json")
          }
        >
          {text("readingExport", "JSON")}
        </button>
        <button
          type="button"
          class="button button-secondary button-danger"
          onClick={() => void forget(null)}
        >
          {text("readingDelete")}
        </button>
      </div>
    </>
  );
}
