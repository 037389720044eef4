import type { Programme } from '../../domain/programme.js';
import { jkmClaimId } from '../claim-ids.js';
import { restsOnContributions } from '../participant.js';
import { assessJkm, entitlesChildren } from './assess.js';
import { claimable } from './claimable.js';
import { type JkmFacts, isRevoked, jkmFacts } from './facts.js';
import { jkmRefusals } from './refusals.js';

const DEATH_BENEFITS = ['JKM_DEATH', 'JKM_PERIODIC', 'JKM_FUNERAL'];

/** Jaminan Kematian: a death that no work accident caused. */
export const jkm: Programme<JkmFacts> = {
  code: 'JKM',
  isOpen: true,
  followsContributions: true,
  calculator: 'JKM',
  refusals: jkmRefusals,
  nothingPayable: {
    decision: 'REJECTED_NOTHING_PAYABLE',
    rule: 'something-is-payable',
    law: 'PP 44/2015',
    article: 'Art. 34',
    detail: 'The calculation comes to zero rupiah.',
  },
  claimsOfDay: (participantId, _day, nth) => [jkmClaimId(participantId, nth)],
  claimOfDeath: (participantId, accidentId, nth) =>
    accidentId === undefined ? jkmClaimId(participantId, nth) : undefined,
  facts: jkmFacts,
  claimable,
  eventDay({ participant: { diedOn } }) {
    if (diedOn === undefined) throw new Error('No day of death');
    return diedOn;
  },
  entitled: () => 'HEIR',
  diedOn: ({ participant: { diedOn } }) => diedOn,
  /** Reference 7.1. */
  papers: () => [
    'FORM_4',
    'KPJ_CARD',
    'E_KTP',
    'HEIR_KTP',
    'KK',
    'DEATH_CERTIFICATE',
    'HEIR_CERTIFICATE',
    'ACCOUNT_BOOK',
  ],
  unconfirmed: ({ participant: { unconfirmed = [] } }) => unconfirmed,
  assess: assessJkm,
  isUndecidable: (facts) =>
    isRevoked(facts) || facts.claimedUnderOther?.goesFirst === true || facts.paidAsJkk !== undefined,
  isPaidByOther: ({ participant }) => participant.diedOfAccidentId !== undefined,
  isPaidTwice: ({ claimedUnderOther: other }) => other?.keepsIt === true,
  isEventRevoked: isRevoked,
  ...restsOnContributions,
  determinable: DEATH_BENEFITS,
  scholarships: {
    followsFrom: DEATH_BENEFITS,
    isGiven: entitlesChildren,
    children: ({ participant }) => participant.children,
  },
  toFacilities: () => [],
};
