/**
 * As many partitions as our topics are made with. A message goes to the one that producers of Kafka choose by its key, among these:
 * partitions that are added later stay empty, so that no stream ever stands in two of them and what is read of a stream stays in order.
 */
export const PARTITIONS = 12;
