import { Inflate } from "pako";
import type { UnpackMeter } from "../run/limits.ts";
import { ReadFault } from "../text/read-fault.ts";

/** The number of packed bytes that are unpacked at once. Deflate makes at most 1032 times as many of them. */
const STEP = 8 * 1024;
const SYNC_FLUSH = 2;

/**
 * Unpacks gzip of one or several members (RFC 1952) and checks the CRC of each.
 *
 * @throws ReadFault for damaged or incomplete data, after the bytes before the fault, and when `meter` throws
 */
export async function* gunzip(
  packed: AsyncIterable<Uint8Array>,
  meter: UnpackMeter,
): AsyncGenerator<Uint8Array, void, undefined> {
  let out: Uint8Array[] = [];
  const newMember = () => {
    const member = new Inflate();
    member.onData = (chunk) => {
      out.push(chunk);
      meter.count(chunk.length);
    };
    member.onEnd = () => undefined; // pako would join all chunks here
    return member;
  };
  let member = newMember();
  for await (const chunk of packed) {
    for (let at = 0; at < chunk.length; at += STEP) {
      const step = chunk.subarray(at, at + STEP);
      if (member.ended) {
        // The last step ended a member. Zeros may follow as padding, or another member.
        const next = step.findIndex((byte) => byte !== 0);
        if (next < 0) continue;
        member = newMember();
        member.push(step.subarray(next));
      } else member.push(step);
      yield* out;
      out = [];
      if (member.err !== 0) throw new ReadFault(`damaged gzip data: ${member.msg}`, "input");
    }
  }
  if (member.ended) return;
  member.push(new Uint8Array(0), SYNC_FLUSH);
  yield* out;
  throw new ReadFault("expected the rest of the gzip data; the file is cut off", "input");
}
