import { sealBytes, unsealBytes } from "../segment/block-codec.ts";
import { ByteCursor } from "./byte-cursor.ts";
import { ByteWriter } from "./byte-writer.ts";

/** Story numbers of consecutive articles, four bytes each; 0 is alone. */
export function encodeStoryNumbers(numbers: Uint32Array): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  for (const number of numbers) writer.uint32(number);
  return sealBytes(writer.take());
}

/**
 * The story of the article at a place in the block; 0 where it is alone.
 *
 * @throws DamagedBlockError
 */
export function storyNumberAt(name: string, bytes: Uint8Array, place: number): number {
  const content = unsealBytes(name, bytes);
  return 4 * place + 4 <= content.length ? new ByteCursor(content, 4 * place).uint32() : 0;
}

/** The articles of consecutive stories: how many, then their ordinals, rising, by their differences. */
export function encodeMembers(stories: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  for (const members of stories) {
    writer.varint(members.length);
    for (const [i, ordinal] of members.entries()) writer.varint(ordinal - (members[i - 1] ?? 0));
  }
  return sealBytes(writer.take());
}

/**
 * The ordinals of the articles of the story at a place in the block.
 *
 * @throws DamagedBlockError
 */
export function membersAt(name: string, bytes: Uint8Array, place: number): number[] {
  const cursor = new ByteCursor(unsealBytes(name, bytes));
  let members: number[] = [];
  for (let i = 0; i <= place; i++) {
    if (cursor.isAtEnd) return [];
    members = [];
    let ordinal = 0;
    for (let rest = cursor.varint(); rest > 0; rest--) {
      ordinal += cursor.varint();
      members.push(ordinal);
    }
  }
  return members;
}
