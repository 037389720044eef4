import { describe, it } from '@jest/globals';
import { localDate } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import {
  ACCIDENT_ID,
  CLINIC,
  HOSPITAL,
  bearerNamed,
  care,
  concluded,
  concludedNot,
  determination,
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

const named = bearerNamed({ namerId: context.actor.id, effectiveOn: context.today });

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

  it('is told to a facility that was promised payment since, while it was held to be one', () => {
    given([
      notified(),
      stageOne(),
      referral(),
      guarantee(),
      care(),
      concludedNot(),
      named,
      determination('INSPECTOR', '2026-11-10'),
      guarantee({ facilityId: CLINIC }),
      determination('COURT', '2026-11-12', 'NOT_WORK_ACCIDENT'),
    ])
      .when((state) => nameCareBearer(kesehatan, state, context))
      .thenRecorded([
        bearerNamed({
          ...named.data,
          facilityIds: [HOSPITAL, CLINIC],
          concludedOn: localDate('2026-11-12'),
        }),
      ]);
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
