import { type ContextContracts, contextContracts } from '#publishing/contracts';

const OF_THE_HOUSE =
  'what is suspected of whom is for those who look into it; what becomes of a claim is told by its own contracts';

/** Nothing of what is suspected leaves the house. */
export const detectionContracts: ContextContracts = contextContracts(
  'detection',
  ['finding', 'detectionlook'],
  [],
  {
    FindingOpened: OF_THE_HOUSE,
    FindingExtended: OF_THE_HOUSE,
    FindingTakenUp: OF_THE_HOUSE,
    FindingNoted: OF_THE_HOUSE,
    FindingExplained: OF_THE_HOUSE,
    FindingConfirmed: OF_THE_HOUSE,
    DetectionLookBegun: OF_THE_HOUSE,
    DetectionLookEnded: OF_THE_HOUSE,
  },
);
