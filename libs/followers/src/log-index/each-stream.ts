/** How many streams are read at the same time. */
const AT_ONCE = 8;

/** Reads some streams, a few at the same time: the log holds what it sends of each until that is taken. */
export async function eachStream<Item>(
  streams: Iterable<Item>,
  read: (stream: Item) => Promise<void>,
): Promise<void> {
  // All take from the same: each stream is read once.
  const left = [...streams].values();
  const reader = async () => {
    for (const stream of left) await read(stream);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
}
