import { type ICustomPartitioner, Partitioners } from 'kafkajs';
import { PARTITIONS } from '../partitions.js';

/** That of producers of Kafka, among the first partitions. */
export const firstPartitions: ICustomPartitioner = () => {
  const byKey = Partitioners.DefaultPartitioner();
  return ({ partitionMetadata, ...message }) =>
    byKey({
      ...message,
      partitionMetadata: partitionMetadata.filter(({ partitionId }) => partitionId < PARTITIONS),
    });
};
