import { expect, test } from "vitest";
import { troubleText } from "../../../../components/options/published/published-trouble.ts";
import type { CheckTrouble } from "../../../../core/published/check-state.ts";
import type { Refusal } from "../../../../core/published/refusal.ts";
import { ENGLISH } from "../../kit/english.tsx";

const said = (trouble: CheckTrouble) =>
  troubleText(trouble, ENGLISH).replaceAll(/[\u2068\u2069]/g, "");

test.each<[Refusal, string]>([
  [{ code: "no-address" }, "Enter an address such as https://example.com/data/manifest.json."],
  [{ code: "not-https" }, "Only addresses with https can be used."],
  [
    { code: "private-address" },
    "Only sites on the public web can be used, not those of a private network.",
  ],
  [
    { code: "redirected", host: "other.example" },
    "The server sends the extension on to another address. That is not followed.",
  ],
  [{ code: "manifest-too-large" }, "The description of the data set is too large to be read."],
  [
    { code: "web-page" },
    "A web page came instead: the log-in page of a network, or a wrong address.",
  ],
  [{ code: "not-json" }, "There is no published data set at this address."],
  [{ code: "not-a-manifest", field: "files" }, "There is no published data set at this address."],
  [
    { code: "format-too-new", format: 2 },
    "It is made for a later version of Second Source. Update the extension.",
  ],
  [
    { code: "too-many-files", files: 1_000_000 },
    "It lists 1,000,000 files, which is more than are taken.",
  ],
  [
    { code: "bad-file-name", name: "../../a" },
    "It lists a file whose name is not allowed: ../../a",
  ],
  [
    { code: "bad-signature" },
    "The description of the data set was changed after its publisher had signed it.",
  ],
  [
    { code: "other-key", pinned: "21fe", found: "ab12" },
    "The update is signed with another key (ab12) than the one you subscribed with (21fe). Ask the publisher in another way whether that is right, before you subscribe anew.",
  ],
  [
    { code: "lower-version", inUse: 7, found: 6 },
    "The server offers version 6, which is older than version 7 in use.",
  ],
  [
    { code: "version-reused", version: 7 },
    "The server offers a version 7 that differs from the one in use.",
  ],
  [
    { code: "expired", expires: "2026-04-01T04:00:00Z" },
    "It was valid until Apr 1, 2026. Somebody may be holding back updates, or the publisher has stopped.",
  ],
  [
    { code: "nothing-chosen" },
    "The new version has none of the languages and days you chose, so the old one stays in use. Change your choice.",
  ],
  [{ code: "file-too-large", name: "a", declared: 1 }, "A file is larger than its publisher says."],
  [
    { code: "file-too-small", name: "a", declared: 2, found: 1 },
    "A file is smaller than its publisher says.",
  ],
  [
    { code: "other-hash", name: "a" },
    "A file is not the one that its publisher signed: it was changed or damaged.",
  ],
  [{ code: "not-a-data-set", name: "a" }, "A file holds something that a data set must not hold."],
])("of the refusal %j the user reads what it means", (refusal, sentence) => {
  expect(said({ kind: "refused", refusal })).toBe(sentence);
});

test.each([
  [
    "unreachable",
    null,
    "The server could not be reached, or the connection was cut. The extension will try again.",
  ],
  ["timeout", null, "The answer did not come in time. The extension will try again."],
  [
    "not-found",
    404,
    "The server does not have what was asked for. If this lasts, check the address or ask the publisher. (HTTP 404)",
  ],
  ["refused", 403, "The server does not give this to everyone: it may want a log-in. (HTTP 403)"],
  ["too-often", 429, "The server asks for fewer requests. Choose a longer interval. (HTTP 429)"],
  ["server-error", 503, "The server has a fault. The extension will try again. (HTTP 503)"],
  [
    "odd-answer",
    304,
    "The server answered in an unexpected way. The extension will try again. If this lasts, check the address.",
  ],
  ["internal", null, "Something went wrong in the extension. It will try again."],
] as const)("of the failure %s (%s) the user reads what it means", (failure, status, sentence) => {
  expect(said({ kind: "failed", failure, status })).toBe(sentence);
});
