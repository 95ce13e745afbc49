/** Merges several streams into one in order of time, each of which is in that order. */
export async function* mergeByTime<Item>(
  streams: readonly AsyncIterable<readonly Item[]>[],
  timeOf: (item: Item) => number,
): AsyncGenerator<Item> {
  const heads = await Promise.all(
    streams.map(async (stream) => {
      const items = flattened(stream);
      return { items, next: await items.next() };
    }),
  );
  for (;;) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads) {
      if (head.next.done) continue;
      if (
        first === undefined ||
        first.next.done ||
        timeOf(head.next.value) < timeOf(first.next.value)
      )
        first = head;
    }
    if (first === undefined || first.next.done) return;
    yield first.next.value;
    first.next = await first.items.next();
  }
}

async function* flattened<Item>(
  stream: AsyncIterable<readonly Item[]>,
): AsyncGenerator<Item, undefined> {
  for await (const items of stream) yield* items;
}
