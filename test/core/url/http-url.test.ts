import { describe, expect, test } from "vitest";
import { expectedAddress, MAX_ADDRESS_LENGTH, parseHttpUrl } from "../../../core/url/http-url.ts";

describe("reads as an address", () => {
  test.each([
    ["https", "https://example.com/x", "https://example.com/x"],
    ["http", "http://example.com/x", "http://example.com/x"],
    ["capitals in scheme and host", "HTTPS://EXAMPLE.com/X", "https://example.com/X"],
    ["blanks around it", "  https://example.com/x\n", "https://example.com/x"],
    ["a line break inside it", "https://exam\nple.com/x", "https://example.com/x"],
    ["an international host", "https://bücher.example/", "https://xn--bcher-kva.example/"],
    ["a port", "https://example.com:8443/x", "https://example.com:8443/x"],
    ["a host with a dot at its end", "https://example.com./x", "https://example.com./x"],
    ["a host in numbers of version 6", "https://[2001:DB8::1]/x", "https://[2001:db8::1]/x"],
    ["a host in numbers", "https://127.1/x", "https://127.0.0.1/x"],
  ])("%s", (_, text, href) => {
    expect(parseHttpUrl(text)?.href).toBe(href);
  });

  test("the longest one", () => {
    const text = "https://example.com/".padEnd(MAX_ADDRESS_LENGTH, "x");
    expect(parseHttpUrl(text)?.href).toBe(text);
  });
});

describe("does not read as an address", () => {
  test.each([
    ["nothing", ""],
    ["words", "no address"],
    ["a relative address", "/news/x"],
    ["an address without a scheme", "//example.com/x"],
    ["another scheme", "ftp://example.com/x"],
    ["a script", "javascript:alert(1)"],
    ["a script behind a line break", "java\nscript:alert(1)"],
    ["a script behind control characters", "\u0001\u0002javascript:alert(1)"],
    ["data", "data:text/html,<p>x"],
    ["an address inside another scheme", "view-source:https://example.com/x"],
    ["an extension's page", "moz-extension://0/sidebar.html"],
    ["a user name", "https://user@example.com/x"],
    ["a password", "https://:secret@example.com/x"],
    ["no host", "https://"],
    ["a host that is a dot", "https://./x"],
    ["a host of dots", "https://.../x"],
    ["a host with an empty label", "https://a..example/x"],
    ["a host that starts with a dot", "https://.example.com/x"],
    ["a forbidden character in the host", "https://exa mple.com/x"],
    ["a port out of range", "https://example.com:99999/x"],
  ])("%s", (_, text) => {
    expect(parseHttpUrl(text)).toBeNull();
  });

  test("an over-long one", () => {
    expect(parseHttpUrl("https://example.com/".padEnd(MAX_ADDRESS_LENGTH + 1, "x"))).toBeNull();
  });
});

describe("a refused address would have to be", () => {
  test.each([
    ["shorter", "https://example.com/".padEnd(MAX_ADDRESS_LENGTH + 1, "x"), "of at most 4096"],
    ["without a name", "https://me@example.com/x", "without name and password"],
    ["without a password", "http://:secret@example.com/x", "without name and password"],
    ["on a host with a name", "https://a..example/x", "with a host name"],
    ["on one, however long", "https://*/".padEnd(MAX_ADDRESS_LENGTH, "x"), "with a host name"],
  ])("%s", (_, text, expected) => {
    expect(expectedAddress(text)).toContain(expected);
  });

  test.each([
    "ftp://example.com/x",
    "view-source:https://example.com/x",
    "shttp://a..example/x",
    "words",
    "",
  ])("an http(s) address in the first place: %j", (text) => {
    expect(expectedAddress(text)).toBeNull();
  });
});
