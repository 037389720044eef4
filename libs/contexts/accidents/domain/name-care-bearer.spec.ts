import { describe, it } from '@jest/globals';
import { localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { AccidentEvent } from './accident.events.js';
import {
  ACCIDENT_ID,
  CLINIC,
  HOSPITAL,
  PARTICIPANT_ID,
  care,
  concluded,
  concludedNot,
  guarantee,
  notified,
  referral,
  stageOne,
} from './accident.examples.js';
import { accidents } from './accident.js';
import { nameCareBearer } from './name-care-bearer.js';

const given = decisionSpec(accidents);
const context = testContext();
const kesehatan = { accidentId: ACCIDENT_ID, bearer: 'BPJS_KESEHATAN' } as const;

const named = {
  type: 'CareBearerNamed',
  data: {
    accidentId: ACCIDENT_ID,
    participantId: PARTICIPANT_ID,
    bearer: 'BPJS_KESEHATAN',
    facilityIds: [HOSPITAL],
    billedIdr: rupiah(37_450_000),
    concludedOn: localDate('2026-09-20'),
    namerId: context.actor.id,
    effectiveOn: context.today,
  },
} satisfies AccidentEvent;

describe('who bears the care of a suspected case that was no work accident', () => {
  it('is told to the facilities that were promised payment, with what they have billed', () => {
    const ownMoney = care({ facilityId: CLINIC, invoiceNumber: 'INV-9', billing: 'REIMBURSEMENT' });
    given([notified(), stageOne(), referral(), guarantee(), care(), ownMoney, concludedNot()])
      .when((state) => nameCareBearer(kesehatan, state, context))
      .thenRecorded([named]);
  });

  it('is told once, and anew where it turns out to be another', () => {
    const history = [notified(), stageOne(), referral(), guarantee(), care(), concludedNot(), named];
    given(history)
      .when((state) => nameCareBearer(kesehatan, state, context))
      .thenNothing();
    given(history)
      .when((state) => nameCareBearer({ ...kesehatan, bearer: 'PARTICIPANT' }, state, context))
      .thenRecorded([{ ...named, data: { ...named.data, bearer: 'PARTICIPANT' } }]);
  });

  it.each([
    ['while JKK bears it', [notified(), stageOne(), referral(), guarantee(), concluded()], 'JKK_BEARS_CARE'],
    ['while nobody knows', [notified(), stageOne(), referral(), guarantee()], 'JKK_BEARS_CARE'],
    ['where no facility was promised anything', [notified(), stageOne(), concludedNot()], 'NO_CARE_PROMISED'],
  ])('is not told %s', (_when, history, code) => {
    given(history)
      .when((state) => nameCareBearer(kesehatan, state, context))
      .thenRejected(code);
  });
});
