const LENGTH = 512;

/** Whether a file starts with a tar header (POSIX.1-1988, "ustar"), which contains the octal sum of its bytes, in which the sum itself counts as blanks. */
export function isTarHeader(head: Uint8Array): boolean {
  if (head.length < LENGTH || head[0] === 0) return false;
  const stored = String.fromCharCode(...head.subarray(148, 156)).replace(/^ +|[ \0]+$/g, "");
  if (!/^[0-7]+$/.test(stored)) return false;
  let sum = 0;
  for (let i = 0; i < LENGTH; i++) sum += i >= 148 && i < 156 ? 32 : (head[i] ?? 0);
  return sum === Number.parseInt(stored, 8);
}
