import { expect, test } from "vitest";
import { publicAddress } from "../../../core/url/public-address.ts";

test.each([
  "https://www.example.com/feed",
  "http://example.co.uk:8080/a?b=c",
  "https://xn--bcher-kva.example/",
  "https://xn--80aesfpebagmfblc0a.xn--p1ai/",
  "https://local.example/",
  "https://example.com./feed",
])("is public: %s", (address) => {
  expect(publicAddress(address)?.href).toBe(address);
});

test.each([
  ["another scheme", "javascript:alert(1)"],
  ["data", "data:text/xml,<rss/>"],
  ["a file", "file:///etc/passwd"],
  ["a name in the address", "https://reader@example.com/"],
  ["a password in the address", "https://:secret@example.com/"],
  ["this machine", "https://localhost/"],
  ["this machine with a dot", "https://localhost./"],
  ["a name below it", "https://feeds.localhost/"],
  ["a loopback address", "https://127.0.0.1/"],
  ["the same in hexadecimal", "https://0x7f.1/"],
  ["the same as one number", "https://2130706433/"],
  ["the same in octal", "https://0177.0.0.1/"],
  ["the same with a dot", "https://127.0.0.1./"],
  ["a private address", "https://192.168.1.1/"],
  ["cloud metadata", "https://169.254.169.254/latest/meta-data"],
  ["a public address by number", "https://93.184.216.34/"],
  ["IPv6 loopback", "https://[::1]/"],
  ["IPv4 in IPv6", "https://[::ffff:7f00:1]/"],
  ["IPv6 of a private network", "https://[fd00::1]/"],
  ["mDNS", "https://printer.local/"],
  ["ICANN's private name", "https://wiki.internal/"],
  ["a router's", "https://router.home.arpa/"],
  ["the name above it", "https://home.arpa/"],
  ["a router's of old", "https://fritz.lan/"],
  ["a bare name", "https://intranet/"],
  ["full-width digits", "https://１２７.０.０.１/"],
  ["nothing", ""],
])("is not public: %s", (_, address) => {
  expect(publicAddress(address)).toBeNull();
});
