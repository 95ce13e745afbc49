import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { HostNames } from "../../../core/url/host-names.ts";
import { addressParts, MAX_ADDRESS_LENGTH, parseHttpUrl } from "../../../core/url/http-url.ts";
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
  "view-source:https://a.com/x",
  "https://a.com/".padEnd(MAX_ADDRESS_LENGTH + 1, "x"),
])("%s is read as the parser reads it", (address) => {
  expect(addressParts(address)).toEqual(parsed(address));
});

describe("the URL parser is slow, so it is not asked", () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  test.each([
    ["http://a.com/", { hostname: "a.com", port: "", pathname: "/", search: "" }],
    [
      "https://a-1.co.uk/x.html",
      { hostname: "a-1.co.uk", port: "", pathname: "/x.html", search: "" },
    ],
    [
      "https://www.a.com/2024/About-Us",
      { hostname: "www.a.com", port: "", pathname: "/2024/About-Us", search: "" },
    ],
    [
      "https://a.com/x?id=1&b=%20",
      { hostname: "a.com", port: "", pathname: "/x", search: "?id=1&b=%20" },
    ],
    [
      "https://a.com/".padEnd(MAX_ADDRESS_LENGTH, "x"),
      {
        hostname: "a.com",
        port: "",
        pathname: "/".padEnd(MAX_ADDRESS_LENGTH - 13, "x"),
        search: "",
      },
    ],
  ])("for the parts of %.40s", (address, parts) => {
    const parse = vi.spyOn(URL, "parse");
    expect(addressParts(address)).toEqual(parts);
    expect(parse).not.toHaveBeenCalled();
  });

  test.each(["http://a.com", "https://a-1.co.uk/x", "https://a.com?x", "https://a.com#x"])(
    "for the host of %s once it is known",
    (address) => {
      const hosts = new HostNames();
      const known = hosts.of(address);
      vi.stubGlobal("URL", null);
      expect(hosts.of(address)).toBe(known);
    },
  );
});

test("a host whose address is not plain is read each time", () => {
  const hosts = new HostNames();
  expect(hosts.of("https://A.com/x")).toBe("a.com");
  expect(hosts.of("https://me@b.com/x")).toBe("b.com");
  expect(hosts.of("view-source:https://a.com/x")).toBe("");
  expect(hosts.of("https://a.com/x")).toBe("a.com");
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
