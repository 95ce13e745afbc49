import { useCallback, useMemo, useState } from "preact/hooks";
import type { Reading } from "../../core/readings/reading.ts";
import { addressMatcher } from "../../core/url/url-key.ts";
import type { ReadArticles } from "../articles/read-articles.ts";
import type { Send } from "../kit/deps.ts";
import { useLocale } from "../kit/locale.ts";
import { useLoadWhenShown } from "../kit/use-load-when-shown.ts";
import type { ShowToast } from "../kit/use-toast.ts";

export type Readings = ReturnType<typeof useReadings>;

/** What the user has read, and whether more is kept; what the user can do with it. */
export function useReadings(send: Send, showToast: ShowToast) {
  const { text, counted } = useLocale();
  /** `null` until they are known. */
  const [readings, setReadings] = useState<readonly Reading[] | null>(null);
  const [isKept, setKept] = useState(false);
  const load = useCallback(async () => {
    const answer = await send({ type: "readings.list" });
    if (!answer.ok) return;
    setReadings(answer.value.readings);
    setKept(answer.value.isKept);
  }, [send]);
  useLoadWhenShown(load);

  const failed = () => showToast({ message: text("failedUnavailable") });
  /** @param urls `null` forgets all */
  const forget = async (urls: readonly string[] | null): Promise<void> => {
    const before = readings ?? [];
    const answer = await send({ type: "readings.remove", urls: urls && [...urls] });
    if (!answer.ok) return failed();
    setReadings(answer.value);
    const left = new Set(answer.value.map(({ url }) => url));
    const forgotten = before.filter(({ url }) => !left.has(url));
    showToast({
      message: counted("readingsForgotten", forgotten.length),
      undo() {
        showToast(null);
        void send({ type: "readings.add", readings: forgotten }).then(load);
      },
    });
  };
  const keep = async (keepsReadings: boolean): Promise<void> => {
    const answer = await send({ type: "settings.change", change: { keepsReadings } });
    if (!answer.ok) return failed();
    setKept(answer.value.keepsReadings);
  };
  const context: ReadArticles = useMemo(
    () => ({
      isRead: addressMatcher((isKept && readings?.map(({ url }) => url)) || []),
      onForget: () => undefined,
    }),
    [readings, isKept],
  );
  return { readings, isKept, context, forget, keep };
}
