/** What is said once the user has hidden or preferred an outlet, or treats it like any other again. */
export const PREFERENCE_SAID = {
  hidden: "outletHidden",
  preferred: "outletPreferred",
  none: "outletLikeOthers",
} as const;
