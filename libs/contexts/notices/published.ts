import { type ContextContracts, contextContracts } from '#publishing/contracts';

const INSIDE = 'who is told of what concerns nobody outside; contracts of claims tell what was decided';

/** What the world outside may know of notices: nothing. */
export const noticesContracts: ContextContracts = contextContracts('notices', ['notice'], [], {
  NoticeDue: INSIDE,
  NoticeSent: INSIDE,
  NoticeDelayed: INSIDE,
  NoticeGivenUp: INSIDE,
  NoticeRetried: INSIDE,
  NoticeDiscarded: INSIDE,
});
