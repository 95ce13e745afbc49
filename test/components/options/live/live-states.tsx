import { vi } from "vitest";
import { LiveSection } from "../../../../components/options/live/LiveSection.tsx";
import type {
  FailedOpmlFile,
  KeepSettings,
  LiveActions,
  LivePanel,
} from "../../../../components/options/live/live-actions.ts";
import type { LiveStatus, OutletStatus } from "../../../../core/protocol/live-status.ts";
import { liveOutlet, liveStatus } from "../../../fixtures/live-outlets.ts";
import { NOW, show, showIn } from "../../kit/english.tsx";

/** Every action, each noting how it was called. */
function notedLiveActions() {
  return {
    openPicker: vi.fn<LiveActions["openPicker"]>(),
    openAddress: vi.fn<LiveActions["openAddress"]>(),
    openEdit: vi.fn<LiveActions["openEdit"]>(),
    closePanel: vi.fn<LiveActions["closePanel"]>(),
    add: vi.fn<LiveActions["add"]>(),
    allow: vi.fn<LiveActions["allow"]>(),
    change: vi.fn<LiveActions["change"]>(),
    edit: vi.fn<LiveActions["edit"]>(),
    remove: vi.fn<LiveActions["remove"]>(),
    restore: vi.fn<LiveActions["restore"]>(),
    poll: vi.fn<LiveActions["poll"]>(),
    stopPolling: vi.fn<LiveActions["stopPolling"]>(),
    importOpml: vi.fn<LiveActions["importOpml"]>(),
    exportOpml: vi.fn<LiveActions["exportOpml"]>(),
  } satisfies LiveActions;
}

interface State {
  readonly panel?: LivePanel | null;
  readonly failedFile?: FailedOpmlFile | null;
  readonly status?: Partial<LiveStatus>;
}

/** The section about live outlets, every action noted; `draw` shows it again with others. */
export function live(outlets: readonly OutletStatus[], state: State = {}) {
  const actions = notedLiveActions();
  const onKeepChange = vi.fn<(change: Partial<KeepSettings>) => void>();
  const section = (shown: readonly OutletStatus[], { panel, failedFile, status }: State) => (
    <LiveSection
      status={liveStatus(shown, status)}
      panel={panel ?? null}
      failedFile={failedFile ?? null}
      keep={{ liveDays: 30, liveMegabytes: 200 }}
      actions={actions}
      onKeepChange={onKeepChange}
    />
  );
  const place = show(section(outlets, state));
  const draw = (shown: readonly OutletStatus[], next: State = {}) =>
    showIn(place, section(shown, next));
  return { place, draw, ...actions, onKeepChange };
}

/** An outlet in good order, at the time of the tests. */
export function outlet(name: string, fields: Partial<OutletStatus> = {}): OutletStatus {
  return liveOutlet(name, NOW, fields);
}
