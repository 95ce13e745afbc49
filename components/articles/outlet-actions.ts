import { createContext } from "preact";
import type {
  Preference,
  PreferenceOf,
  PreferredOutlet,
} from "../../core/outlets/preference-finder.ts";

/** What the user can do about the outlet of an article. */
export interface OutletActions {
  readonly preferenceOf: PreferenceOf;
  /** Opens the profile of the outlet of a domain. */
  readonly onProfile: (domain: string) => void;
  readonly onPrefer: (outlet: PreferredOutlet, preference: Preference | null) => void;
}

/** `null` where the view offers none of it. */
export const OutletActionsContext = createContext<OutletActions | null>(null);
