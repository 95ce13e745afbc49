import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const theme = readFileSync(new URL("../../../components/kit/theme.css", import.meta.url), "utf8");
const [usual = "", more = ""] = theme.split("prefers-contrast: more");
const SCHEMES = ["light", "dark"] as const;
type Scheme = (typeof SCHEMES)[number];

/** A colour of the theme, `#rrggbb`. */
function colour(css: string, name: string, scheme: Scheme): string {
  const pair = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css);
  const found = pair?.[scheme === "light" ? 1 : 2];
  if (found === undefined) throw new Error(`no colour --${name}`);
  return found;
}

/** The contrast ratio of two colours, by WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each(SCHEMES)("in the %s theme", (scheme) => {
  test.each(["surface", "raised"])("text can be read on --%s", (ground) => {
    for (const name of ["text", "muted", "accent", "first", "danger"])
      expect(
        contrast(colour(usual, name, scheme), colour(usual, ground, scheme)),
        name,
      ).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["surface", "raised"])(
    "edges of fields and empty bars can be seen on --%s",
    (ground) => {
      for (const name of ["field-edge", "bar-off"])
        expect(
          contrast(colour(usual, name, scheme), colour(usual, ground, scheme)),
          name,
        ).toBeGreaterThanOrEqual(3);
    },
  );

  test("a wish for more contrast is granted", () => {
    const ground = colour(usual, "surface", scheme);
    for (const name of ["muted", "accent", "first", "danger"])
      expect(contrast(colour(more, name, scheme), ground), name).toBeGreaterThanOrEqual(7);
    for (const name of ["line", "field-edge", "bar-off"])
      expect(contrast(colour(more, name, scheme), ground), name).toBeGreaterThanOrEqual(4.5);
  });
});

test("no text has a size in pixels, which would ignore the size that the user has set", () => {
  const root = new URL("../../../components/", import.meta.url);
  const sheets = globSync("**/*.css", { cwd: root });
  expect(sheets).toContain("kit/theme.css");
  const inPixels = sheets.filter((sheet) =>
    /font(?:-size)?:[^;]*\dpx/.test(readFileSync(new URL(sheet, root), "utf8")),
  );
  expect(inPixels).toEqual([]);
});
