import { type ContextContracts, contextContracts } from '#publishing/contracts';

/** What the world outside may know of papers: nothing. */
export const papersContracts: ContextContracts = contextContracts('papers', ['paper', 'papersweep'], [], {
  PaperKept:
    'that somebody handed a paper in tells of them; contracts of claims tell when papers are complete',
  PaperDropped: 'housekeeping',
  PaperSweepBegun: 'housekeeping',
  PaperSweepEnded: 'housekeeping',
});
