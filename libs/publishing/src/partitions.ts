import { type ICustomPartitioner, Partitioners } from 'kafkajs';

/** As many partitions as our topics are made with. */
export const PARTITIONS = 12;

/**
 * Which partition a message goes to: the one that producers of Kafka choose by its key, among the first twelve. Partitions that are added
 * later stay empty, so that no stream ever stands in two of them and what is read of a stream stays in order.
 */
export const firstPartitions: ICustomPartitioner = () => {
  const byKey = Partitioners.DefaultPartitioner();
  return ({ partitionMetadata, ...message }) =>
    byKey({
      ...message,
      partitionMetadata: partitionMetadata.filter(({ partitionId }) => partitionId < PARTITIONS),
    });
};
