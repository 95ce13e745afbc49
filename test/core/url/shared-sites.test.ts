import { getDomain } from "tldts";
import { expect, test } from "vitest";
import { registrableDomain } from "../../../core/url/registrable-domain.ts";
import { SHARED_SITES } from "../../../core/url/shared-sites.ts";

test.each([...SHARED_SITES])(
  "each writer on %s has a site, which the Public Suffix List alone does not say",
  (shared) => {
    const writer = `writer.${shared}`;
    expect(registrableDomain(writer)).toBe(writer);
    expect(getDomain(writer, { allowPrivateDomains: true })).toBe(shared);
  },
);
