import { type ContextContracts, contextContracts } from '#publishing/contracts';

const OF_THE_OFFICE =
  'how the office looks at its own work; what becomes of a claim is told by its own contracts';

/** Nothing of quality leaves the house. */
export const qualityContracts: ContextContracts = contextContracts('quality', ['sampling', 'sample'], [], {
  SampleSeedRecorded: 'whoever knew the seed would know what is looked at',
  SampleDrawn: OF_THE_OFFICE,
  SamplingEnded: OF_THE_OFFICE,
  DecisionSampled: OF_THE_OFFICE,
  SampleReviewed: OF_THE_OFFICE,
  SampleFollowedUp: OF_THE_OFFICE,
});
