import { type ContextContracts, contextContracts } from '#publishing/contracts';

/** What the world outside may know of audits: nothing. */
export const auditsContracts: ContextContracts = contextContracts('audits', ['opening'], [], {
  SealedPartOpened: 'who looks at whom, and why, is for those who watch over it inside',
});
