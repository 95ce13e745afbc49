import type { FeedFailure } from "../../../core/feeds/read/feed-answer.ts";
import type { CheckTrouble } from "../../../core/published/check-state.ts";
import type { Refusal } from "../../../core/published/refusal.ts";
import { isolated } from "../../kit/isolated.ts";
import type { Locale, TextKey } from "../../kit/locale.ts";

const FAILURES: Partial<Readonly<Record<FeedFailure, TextKey>>> = {
  unreachable: "publishedUnreachable",
  timeout: "failTimeout",
  gone: "publishedNotFound",
  "not-found": "publishedNotFound",
  refused: "publishedNotForAll",
  "too-often": "failTooOften",
  "server-error": "publishedServerFault",
  internal: "failInternal",
};

/** Why a check of a published data set failed and what to do about it, as text. */
export function troubleText(trouble: CheckTrouble, locale: Locale): string {
  const { text } = locale;
  if (trouble.kind === "disk-full") return text("publishedDiskFull");
  if (trouble.kind === "refused") return refusalText(trouble.refusal, locale);
  const { failure, status } = trouble;
  const sentence = text(FAILURES[failure] ?? "failOdd");
  return status !== null && status >= 400 ? `${sentence} (HTTP ${status})` : sentence;
}

function refusalText(refusal: Refusal, { text, number, date }: Locale): string {
  switch (refusal.code) {
    case "no-address":
      return text("refusedNoAddress");
    case "not-https":
      return text("refusedNotHttps");
    case "private-address":
      return text("refusedPrivate");
    case "redirected":
      return text("refusedRedirected");
    case "manifest-too-large":
      return text("refusedManifestTooLarge");
    case "web-page":
      return text("refusedWebPage");
    case "not-json":
    case "not-a-manifest":
      return text("refusedNotManifest");
    case "format-too-new":
      return text("refusedNewer");
    case "too-many-files":
      return text("refusedTooManyFiles", number(refusal.files));
    case "bad-file-name":
      return text("refusedFileName", isolated(refusal.name));
    case "bad-signature":
      return text("refusedSignature");
    case "other-key":
      return text("refusedKey", isolated(refusal.found), isolated(refusal.pinned));
    case "lower-version":
      return text("refusedVersion", String(refusal.found), String(refusal.inUse));
    case "version-reused":
      return text("refusedVersionReused", String(refusal.version));
    case "expired":
      return text("refusedExpired", date(Date.parse(refusal.expires)));
    case "nothing-chosen":
      return text("refusedNothingChosen");
    case "file-too-large":
      return text("refusedFileLarge");
    case "file-too-small":
      return text("refusedFileSmall");
    case "other-hash":
      return text("refusedFileHash");
    case "not-a-data-set":
      return text("refusedContent");
  }
}
