import fc from "fast-check";
import { expect, test } from "vitest";
import { HostNames } from "../../../core/url/host-names.ts";
import { addressParts, parseHttpUrl } from "../../../core/url/http-url.ts";
import { sampleOf } from "../../sample.ts";

const parsed = (address: string) => {
  const url = parseHttpUrl(address);
  if (url === null) return null;
  const { hostname, port, pathname, search } = url;
  return { hostname, port, pathname, search };
};

test.each([
  "https://a.com/x/y.html?b=1&c=%20",
  "https://a.com/",
  "https://a.com",
  "https://a.com/x/./y",
  "https://a.com/x/../y",
  "https://a.com/x/.",
  "https://a.com/x..y/..z",
  "https://a.com/%2e%2e/x",
  "https://a.com//x",
  "https://a.com/x?a='b'",
  "https://a.com/x?",
  "https://a.com/x#y",
  "https://A.com/x",
  "https://a.com:443/x",
  "https://a.com:8080/x",
  "https://me@a.com/x",
  "https://a.com\\x",
  "https://a.com/x\ty",
  "https://xn--bcher-kva.example/x",
  "https://a.xn--zzzzzz/x",
  "https://1.2.3.4/x",
  "https://0x7f.1/x",
  "https://a.b.0x7f/x",
  "https://a-.com/x",
  "https://a..com/x",
  "https://a.com./x",
  "http://localhost/x",
])("%s is read as the parser reads it", (address) => {
  expect(addressParts(address)).toEqual(parsed(address));
});

const RUNS = sampleOf(2_000, 20_000);

/** Addresses of the characters that matter, most of them almost plain. */
const almostPlain = fc
  .tuple(
    fc.constantFrom("http://", "https://", "https:/", "HTTPS://"),
    fc.string({ unit: fc.constantFrom(..."ab1.-x:@0_é[*"), maxLength: 12 }),
    fc.constantFrom("", ".com", ".co.uk", ".123", ".0x1"),
    fc.string({ unit: fc.constantFrom(..."/ab.%2e~'?#&=\\ |^{é\t"), maxLength: 20 }),
  )
  .map((parts) => parts.join(""));

test("any address is read as the parser reads it", () => {
  fc.assert(
    fc.property(almostPlain, (address) => {
      expect(addressParts(address)).toEqual(parsed(address));
    }),
    { numRuns: RUNS },
  );
});

test("a host is that of the parser, the first time and after that", () => {
  const hosts = new HostNames();
  fc.assert(
    fc.property(almostPlain, (address) => {
      const url = URL.parse(address);
      if (url === null) return;
      expect(hosts.of(address)).toBe(url.hostname);
      expect(hosts.of(address)).toBe(url.hostname);
    }),
    { numRuns: RUNS },
  );
});
