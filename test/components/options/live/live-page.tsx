import { vi } from "vitest";
import type { ToastContent } from "../../../../components/kit/Toast.tsx";
import { useLive } from "../../../../components/options/live/use-live.ts";
import type { OutletEntry } from "../../../../core/outlets/subscription.ts";
import type { OutletStatus } from "../../../../core/protocol/live-status.ts";
import { liveStatus } from "../../../fixtures/live-outlets.ts";
import { NOW } from "../../kit/english.tsx";
import { FakeBackground } from "../../kit/fake-background.ts";
import { runHook, settle } from "../../kit/run-hook.tsx";
import { fakeOptions } from "../data-sets/options-states.ts";
import { outlet } from "./live-states.tsx";

export const GAZETTE = outlet("The Gazette");
export const GONE = outlet("Abendblatt", { removedAt: NOW });
export const AFTER = liveStatus([outlet("After")]);
export const ENTRY: OutletEntry = {
  name: "Le Matin",
  domains: ["matin.example"],
  feed: "https://matin.example/rss.xml",
  country: "FR",
  language: "fr",
};
/** A name between the marks that isolate its direction. */
export const isolated = (name: string) => `\u2068${name}\u2069`;

/** The live outlets once their status is loaded. */
export async function page(outlets: readonly OutletStatus[] = [GAZETTE, GONE]) {
  const fake = fakeOptions(
    new FakeBackground({
      "outlets.status": liveStatus(outlets),
      "outlets.add": AFTER,
      "outlets.change": AFTER,
      "outlets.remove": AFTER,
      "outlets.restore": AFTER,
      "outlets.poll": AFTER,
      "outlets.stopPolling": AFTER,
    }),
  );
  const showToast = vi.fn<(content: ToastContent | null) => void>();
  const hook = runHook(() => useLive(fake.deps, showToast));
  await settle(() => fake.liveStatus.push(liveStatus(outlets)));
  return { ...fake, hook, showToast, toast: () => showToast.mock.lastCall?.[0] };
}
