import { type ContextContracts, contextContracts } from '#publishing/contracts';

const OF_THE_OFFICE = 'how the office keeps its time; what becomes of the thing is told by its own contracts';

/** Nothing of deadlines leaves the house. */
export const deadlinesContracts: ContextContracts = contextContracts(
  'deadlines',
  ['deadline', 'deadlinelook', 'assignment'],
  [],
  {
    DeadlinePassed: OF_THE_OFFICE,
    DeadlineLookBegun: OF_THE_OFFICE,
    DeadlineLookEnded: OF_THE_OFFICE,
    StepAssigned: OF_THE_OFFICE,
    StepReleased: OF_THE_OFFICE,
  },
);
