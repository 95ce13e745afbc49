import type { JSX } from "preact";
import type { BackupPart } from "../../../core/backup/backup.ts";
import { type BackupChanges, isNoChange } from "../../../core/backup/backup-changes.ts";
import type { BackupFault } from "../../../core/backup/read-backup.ts";
import { shownHost } from "../../../core/url/shown-host.ts";
import { FactList } from "../../kit/FactList.tsx";
import { isolated } from "../../kit/isolated.ts";
import { type Locale, type TextKey, useLocale } from "../../kit/locale.ts";
import type { BackupActions, BackupReview } from "./backup-actions.ts";

/** How many names are listed before the rest is only counted, and how many faults. */
const SHOWN_NAMES = 6;
const SHOWN_FAULTS = 20;

interface Props {
  readonly review: BackupReview;
  readonly actions: Pick<BackupActions, "confirm" | "cancel">;
}

/** What a file would change, before it does. */
export function BackupReviewForm({ review, actions }: Props): JSX.Element {
  const locale = useLocale();
  const { text, counted, list } = locale;
  const { name, changes, faults, patterns } = review;
  const hasNothing = isNoChange(changes);
  return (
    <form
      class="backup-review"
      onSubmit={(event) => {
        event.preventDefault();
        actions.confirm(review);
      }}
    >
      <h3 tabIndex={-1}>{text("backupReview", isolated(name))}</h3>
      <p>{text(hasNothing ? "backupNothing" : "backupReviewHelp")}</p>
      <FactList facts={factsOf(changes, locale)} />
      {changes.missing.length > 0 && (
        <p>{text("backupMissing", list(changes.missing.map(isolated)))}</p>
      )}
      {faults.length > 0 && (
        <details>
          <summary>{counted("backupFaults", faults.length)}</summary>
          <ul>
            {faults.slice(0, SHOWN_FAULTS).map((fault) => (
              <li key={`${fault.part} ${fault.number} ${fault.field}`}>{placeOf(fault, locale)}</li>
            ))}
          </ul>
        </details>
      )}
      {patterns.length > 0 && <p class="fine">{text("backupPermission")}</p>}
      <div class="buttons">
        {!hasNothing && (
          <button type="submit" class="button">
            {text("backupConfirm")}
          </button>
        )}
        <button type="button" class="button button-secondary" onClick={actions.cancel}>
          {text(hasNothing ? "close" : "cancel")}
        </button>
      </div>
    </form>
  );
}

const SETTINGS: Readonly<Record<keyof Required<BackupChanges["settings"]>, TextKey>> = {
  sidebar: "sidebarBehaviour",
  remoteImages: "remoteImages",
  keepsReadings: "keepReadings",
  sidebarWidth: "resize",
  storyOrder: "sortBy",
  liveDays: "keepFor",
  liveMegabytes: "keepWithin",
};

function factsOf(changes: BackupChanges, locale: Locale): (readonly [string, string])[] {
  const { text, counted, list } = locale;
  const { settings, sites, siteForms, outlets, corrections, follows, saved, readings, published } =
    changes;
  const sitesOf = (all: readonly string[]) =>
    namesOf(
      all.map((site) => ({ name: shownHost(site) })),
      locale,
    );
  const changed = (Object.keys(SETTINGS) as (keyof typeof SETTINGS)[])
    .filter((setting) => setting in settings)
    .map((setting) => text(SETTINGS[setting]));
  return [
    [text("backupSettings"), list(changed)],
    [text("factOutlets"), namesOf(outlets, locale)],
    [text("publishedTitle"), namesOf(published, locale)],
    [
      text("correctionsTitle"),
      corrections.length > 0 ? counted("corrections", corrections.length) : "",
    ],
    [text("sectionFollowing"), follows.length > 0 ? counted("followsIn", follows.length) : ""],
    [text("savedTitle"), saved.length > 0 ? counted("savedIn", saved.length) : ""],
    [text("readingsTitle"), readings.length > 0 ? counted("readingsIn", readings.length) : ""],
    [text("sitesOffTitle"), sitesOf(sites)],
    [text("preferencesTitle"), namesOf(changes.outletPreferences, locale)],
    [text("siteFormsTitle"), sitesOf(siteForms.map(({ site }) => site))],
  ];
}

function namesOf(entries: readonly { readonly name: string }[], locale: Locale): string {
  const { list, number } = locale;
  if (entries.length === 0) return "";
  const names = entries.slice(0, SHOWN_NAMES).map(({ name }) => isolated(name));
  const more = entries.length > SHOWN_NAMES ? ["…"] : [];
  return `${number(entries.length)}: ${list([...names, ...more])}`;
}

const PARTS: Readonly<Record<BackupPart, TextKey>> = {
  settings: "backupSettings",
  outlets: "factOutlets",
  corrections: "correctionsTitle",
  follows: "sectionFollowing",
  saved: "savedTitle",
  readings: "readingsTitle",
  siteForms: "siteFormsTitle",
  dataSets: "dataSets",
  published: "publishedTitle",
};

/** Where something could not be used: "Outlets, entry 3, “feed”". */
function placeOf({ part, number, field }: BackupFault, locale: Locale): string {
  const entry = number === null ? [] : [locale.text("backupEntry", locale.number(number))];
  return locale.list([
    locale.text(PARTS[part]),
    ...entry,
    ...(field === "" ? [] : [isolated(field)]),
  ]);
}
