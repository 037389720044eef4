import { type Contract, contract, day, id, oneOf, optional } from '#publishing/contracts';
import {
  type ClaimReopened,
  type ClaimSentBack,
  type ClaimWithdrawn,
  OPENED_AGAIN_BY,
  REOPENING_GROUNDS,
  SENT_BACK_FOR,
  WITHDRAWAL_REASONS,
} from '../domain/claim-by-people.events.js';

const claimId = id('The claim');
const participantId = id('The worker it is about');

/** What people decide of a claim beside what the law says. */
export const peopleContracts: readonly Contract[] = [
  contract({
    type: 'lindung.claims.claim-withdrawn.v1',
    from: 'ClaimWithdrawn',
    about: 'Whoever claims has taken the claim back: nothing is decided, unless it is reopened.',
    fields: {
      claimId,
      participantId,
      reason: oneOf('Why', WITHDRAWAL_REASONS),
      withdrawnOn: day('Day on which it was taken back'),
    },
    data: ({ data }: ClaimWithdrawn) => ({ ...data, withdrawnOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.claims.claim-sent-back.v1',
    from: 'ClaimSentBack',
    about: 'Whoever was to decide asks for the claim to be calculated again; its time runs on.',
    fields: {
      claimId,
      participantId,
      lookAt: oneOf('What should be looked at again', SENT_BACK_FOR),
      sentBackOn: day('Day on which it was sent back'),
    },
    data: ({ data }: ClaimSentBack) => ({ ...data, sentBackOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.claims.claim-reopened.v1',
    from: 'ClaimReopened',
    about: 'A claim that was denied or withdrawn is open again, and is decided anew.',
    fields: {
      claimId,
      participantId,
      ground: oneOf(
        'Why; an objection, an authority and an agreement are told as a new fact',
        REOPENING_GROUNDS,
      ),
      openedBy: optional(oneOf('The same, exactly', OPENED_AGAIN_BY)),
      reopenedOn: day('Day on which it was reopened'),
    },
    data: ({ data }: ClaimReopened) => ({
      ...data,
      ground: REOPENING_GROUNDS.find((one) => one === data.ground) ?? 'NEW_FACT',
      openedBy: data.ground,
      reopenedOn: data.effectiveOn,
    }),
  }),
];
