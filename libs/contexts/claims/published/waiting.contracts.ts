import { type Contract, code, contract, day, id, oneOf, rupiahs } from '#publishing/contracts';
import { money, moneyOf } from '../../published-fields.js';
import {
  type BenefitDetermined,
  DETERMINATION_GROUNDS,
  WAIT_ENDS,
  WAIT_REASONS,
  type WaitBegun,
  type WaitEnded,
} from '../domain/left-to-people.events.js';
import type { InterimApproved } from '../domain/interim.events.js';

const claimId = id('The claim');
const participantId = id('The worker it is about');
const reason = oneOf('For what', WAIT_REASONS);

/** What the law leaves to people, and what they wait for. */
export const waitingContracts: readonly Contract[] = [
  contract({
    type: 'lindung.claims.wait-begun.v1',
    from: 'WaitBegun',
    about: 'A claim waits for somebody who is neither the office nor whoever claims; its time stands still.',
    fields: {
      claimId,
      participantId,
      reason,
      until: day('Until when an answer is awaited'),
      begunOn: day('Since when'),
    },
    data: ({ data }: WaitBegun) => ({ ...data, begunOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.claims.wait-ended.v1',
    from: 'WaitEnded',
    about: 'What a claim waited for is there, or is awaited no more: it goes on, and its time with it.',
    fields: {
      claimId,
      participantId,
      reason,
      how: oneOf('How', WAIT_ENDS),
      payBy: day('Last day on which payment is in time, moved by the working days of the wait'),
      endedOn: day('Day'),
    },
    data: ({ data }: WaitEnded) => ({ ...data, endedOn: data.effectiveOn }),
  }),
  contract({
    type: 'lindung.claims.benefit-determined.v1',
    from: 'BenefitDetermined',
    about: 'A person said what is due where the law leaves it to one: it is the turn of a second person.',
    fields: {
      claimId,
      participantId,
      ground: oneOf('On what it rests', DETERMINATION_GROUNDS),
      insteadOf: code('What the law was found to say'),
      totalIdr: rupiahs('Sum of what is due'),
      money: money('The sum by kind of money'),
      determinedOn: day('Day'),
    },
    data: ({ data }: BenefitDetermined) => ({
      ...data,
      money: moneyOf(data.components),
      determinedOn: data.effectiveOn,
    }),
  }),
  contract({
    type: 'lindung.claims.interim-approved.v1',
    from: 'InterimApproved',
    about:
      'What is due for a time of incapacity was approved before the end of the treatment: the claim itself pays less by it.',
    fields: {
      claimId,
      participantId,
      programme: code('Programme'),
      totalIdr: rupiahs('What is paid now'),
      payBy: day('Last day on which payment is in time'),
      approvedOn: day('Day'),
    },
    data: ({ data }: InterimApproved) => ({ ...data, approvedOn: data.effectiveOn }),
  }),
];
