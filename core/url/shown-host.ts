const DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Scripts of which a label may hold letters, each alone or with those it is written together with. */
const SCRIPTS = [
  // Of Latin no more than the letters of living languages: phonetic and old ones look like others.
  /^[a-z\u00df-\u017f\u01a1\u01b0\u01ce-\u01dc\u0219\u021b\u1e9e-\u1ef9]+$/u,
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+$/u,
  /^[\p{sc=Han}\p{sc=Hangul}]+$/u,
  ...["Arabic", "Devanagari", "Hebrew", "Thai"].map(
    (name) => new RegExp(`^\\p{sc=${name}}+$`, "u"),
  ),
];
/** Scripts with enough letters that look like Latin ones to write a whole name with. */
const LATIN_ALIKE = [/^\p{sc=Cyrillic}+$/u, /^\p{sc=Greek}+$/u];

/**
 * A host as a user is shown it: labels in punycode (RFC 3492) as the letters they stand for, where
 * these cannot be taken for others; else `host` as it is.
 *
 * The rule is stricter than “Highly Restrictive” of UTS #39 (5.2) and follows Chromium's for what
 * looks alike (https://chromium.googlesource.com/chromium/src/+/main/docs/idn.md): all letters of a
 * label are of one script, and Cyrillic and Greek are shown only below a top-level domain in their own
 * letters. What the URL parser would not turn into the same host again stays as it is.
 *
 * @param host as in `URL.hostname`
 * @example shownHost("xn--bcher-kva.example") // "bücher.example"
 */
export function shownHost(host: string): string {
  if (!/(?:^|\.)xn--/.test(host)) return host;
  const labels = host
    .split(".")
    .map((label) => (label.startsWith("xn--") ? decoded(label.slice(4)) : label));
  const top = labels.at(-1) ?? "";
  const isSafe = labels.every((label) => {
    const letters = label.replace(/[\d-]/g, "");
    const alike = LATIN_ALIKE.find((script) => script.test(letters));
    if (alike !== undefined) return alike.test(top);
    return letters === "" || SCRIPTS.some((script) => script.test(letters));
  });
  const shown = labels.join(".");
  return isSafe && URL.parse(`http://${shown}/`)?.hostname === host ? shown : host;
}

/** A label without its `xn--`, decoded (RFC 3492, 6.2); empty when it is none. */
function decoded(label: string): string {
  const basic = Math.max(0, label.lastIndexOf("-"));
  const letters = [...label.slice(0, basic)];
  let [code, index, bias] = [128, 0, 72];
  for (let at = basic === 0 ? 0 : basic + 1; at < label.length; ) {
    const before = index;
    let weight = 1;
    for (let step = 36; ; step += 36) {
      const digit = DIGITS.indexOf(label[at++] ?? " ");
      if (digit === -1) return "";
      index += digit * weight;
      const threshold = Math.min(Math.max(step - bias, 1), 26);
      if (digit < threshold) break;
      weight *= 36 - threshold;
    }
    const count = letters.length + 1;
    bias = adapted(index - before, count, before === 0);
    code += Math.floor(index / count);
    index %= count;
    if (code > 0x10ffff) return "";
    letters.splice(index++, 0, String.fromCodePoint(code));
  }
  return letters.join("");
}

function adapted(difference: number, count: number, isFirst: boolean): number {
  let delta = Math.floor(difference / (isFirst ? 700 : 2));
  delta += Math.floor(delta / count);
  let step = 0;
  for (; delta > 455; step += 36) delta = Math.floor(delta / 35);
  return step + Math.floor((36 * delta) / (delta + 38));
}

/** Several hosts as they are shown in one line. */
export function shownHosts(hosts: readonly string[]): string {
  return hosts.map(shownHost).join(", ");
}
