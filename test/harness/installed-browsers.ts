import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

export type BrowserName = "chromium" | "firefox";

interface Candidate {
  /** Environment variable that names the program. */
  readonly variable: string;
  readonly programs: readonly string[];
  readonly debianPackage: string;
}

const CANDIDATES: Readonly<Record<BrowserName, Candidate>> = {
  chromium: {
    variable: "CHROMIUM_PATH",
    programs: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    debianPackage: "chromium",
  },
  firefox: {
    variable: "FIREFOX_PATH",
    programs: ["firefox-esr", "firefox"],
    debianPackage: "firefox-esr",
  },
};

const MAC_PROGRAMS: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ],
  firefox: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
};

/**
 * Paths of the browsers, installed through apt where one is missing and that is possible (Debian
 * or Ubuntu, as root or with passwordless sudo).
 *
 * @throws Error that says what to install
 */
export function requireBrowsers<Name extends BrowserName>(
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const missing = names.filter((name) => findBrowser(name) === null);
  const programs = [...missing.map((name) => CANDIDATES[name].debianPackage)];
  // The stand-in web makes its certificate with it.
  if (findProgram("openssl") === null) programs.push("openssl");
  if (programs.length > 0) install(programs);
  return Object.fromEntries(
    names.map((name) => {
      const path = findBrowser(name);
      if (path === null) throw new Error(instructions(name));
      return [name, path];
    }),
  ) as Record<Name, string>;
}

function findBrowser(name: BrowserName): string | null {
  const { variable, programs } = CANDIDATES[name];
  const named = process.env[variable];
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return named;
    throw new Error(`${variable} is ${named}, and there is no such program.`);
  }
  const onPath = programs.map(findProgram).find((path) => path !== null);
  return onPath ?? MAC_PROGRAMS[name].find((path) => existsSync(path)) ?? null;
}

function findProgram(name: string): string | null {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not here.
    }
  }
  return null;
}

function install(packages: readonly string[]): void {
  if (findProgram("apt-get") === null) return;
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot ? [] : ["sudo", "--non-interactive"];
  if (!isRoot && spawnSync("sudo", ["--non-interactive", "true"]).status !== 0) return;
  console.log(`Installing ${packages.join(", ")} (apt-get)…`);
  const apt = (...args: string[]) => {
    const [program = "", ...rest] = [...sudo, "apt-get", "-o", "DPkg::Lock::Timeout=300", ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const { status, stderr } = spawnSync(program, rest, { env, encoding: "utf8" });
    if (status !== 0) console.error(stderr.trim());
    return status === 0;
  };
  apt("update");
  apt("install", "--yes", "--no-install-recommends", ...packages);
}

function instructions(name: BrowserName): string {
  const { variable, programs, debianPackage } = CANDIDATES[name];
  return [
    `${name === "chromium" ? "Chromium" : "Firefox"} was not found (looked for ${programs.join(", ")}).`,
    `Install it (Debian and Ubuntu: apt-get install ${debianPackage}) or set ${variable} to its program.`,
  ].join("\n");
}
