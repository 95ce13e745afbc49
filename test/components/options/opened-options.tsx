import { OptionsPage } from "../../../components/options/OptionsPage.tsx";
import type { Status } from "../../../core/protocol/responses.ts";
import { parseSettings } from "../../../core/settings/settings.ts";
import { liveStatus } from "../../fixtures/live-outlets.ts";
import { show, textOf } from "../kit/english.tsx";
import { FakeBackground } from "../kit/fake-background.ts";
import { settle } from "../kit/run-hook.tsx";
import { fakeOptions, statusOf } from "./data-sets/options-states.ts";

/** The options page once the status is loaded. */
export async function options(status: Status | null = statusOf()) {
  const background = new FakeBackground({
    "corrections.list": [],
    "settings.change": ({ change }) => parseSettings(change),
    status: status ?? statusOf(),
  });
  const fake = fakeOptions(background);
  const place = show(<OptionsPage deps={fake.deps} />);
  await settle(() => {
    if (status !== null) fake.status.push(status);
    fake.liveStatus.push(liveStatus([]));
    if (status !== null) fake.corrections.push([]);
  });
  return { place, ...fake };
}

/** The text of `failedUnavailable`. */
export const NO_ANSWER =
  "The extension did not answer. Try again. If that does not help, turn the extension off and on.";

/** What the message about what was done last says. */
export const toast = (place: Element) => textOf(place.querySelector(".toast p"));
