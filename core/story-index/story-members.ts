import { sealBytes, unsealBytes } from "../segment/block-codec.ts";
import { ByteCursor } from "./byte-cursor.ts";
import { ByteWriter } from "./byte-writer.ts";

/** A `stories` block: the story numbers of consecutive articles, four bytes each; 0 for an article without a story. */
export function encodeStoryNumbers(numbers: Uint32Array): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter();
  for (const number of numbers) writer.uint32(number);
  return sealBytes(writer.take());
}

/**
 * The story number of the article at a place in the block; 0 when it has no story.
 *
 * @throws DamagedBlockError
 */
export function storyNumberAt(name: string, bytes: Uint8Array, place: number): number {
  const content = unsealBytes(name, bytes);
  return 4 * place + 4 <= content.length ? new ByteCursor(content, 4 * place).uint32() : 0;
}

/**
 * A `members` block. For each of its consecutive stories the number of articles and their ordinals in rising
 * order, each as the difference to the one before.
 */
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
    for (let remaining = cursor.varint(); remaining > 0; remaining--) {
      ordinal += cursor.varint();
      members.push(ordinal);
    }
  }
  return members;
}
