import type { JSX } from "preact";
import type { LiveStatus } from "../../../core/protocol/live-status.ts";
import { LIVE_DAYS, LIVE_MEGABYTES } from "../../../core/settings/settings.ts";
import { ChoiceField } from "../../fields/ChoiceField.tsx";
import { useLocale } from "../../kit/locale.ts";
import type { KeepSettings } from "./live-actions.ts";

interface Props {
  readonly status: Pick<LiveStatus, "articles" | "bytes">;
  readonly keep: KeepSettings;
  readonly onChange: (change: Partial<KeepSettings>) => void;
}

/** How long and in how much space articles are kept, and how much is kept now. */
export function KeepFields({ status, keep, onChange }: Props): JSX.Element {
  const { text, counted, bytes } = useLocale();
  return (
    <div class="box">
      <ChoiceField
        label={text("keepFor")}
        values={LIVE_DAYS}
        value={keep.liveDays}
        nameOf={(days) => counted("days", days)}
        onChange={(liveDays) => onChange({ liveDays })}
      />
      <ChoiceField
        label={text("keepWithin")}
        help={text("keptNow", counted("articlesIn", status.articles), bytes(status.bytes))}
        values={LIVE_MEGABYTES}
        value={keep.liveMegabytes}
        nameOf={(megabytes) => bytes(megabytes * 1_000_000)}
        onChange={(liveMegabytes) => onChange({ liveMegabytes })}
      />
    </div>
  );
}
