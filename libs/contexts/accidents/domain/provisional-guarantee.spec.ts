import { describe, expect, it } from '@jest/globals';
import { type LocalDate, fold, instant, localDate, rupiah } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import type { AccidentEvent } from './accident.events.js';
import {
  ACCIDENT_ID,
  CLINIC,
  HOSPITAL,
  care,
  concludedNot,
  covered,
  guarantee,
  letterInput,
  notified,
  referral,
  stageOne,
} from './accident.examples.js';
import { accidents } from './accident.js';
import { issueGuaranteeLetter } from './issue-guarantee-letter.js';
import { letters } from './letters.js';
import {
  issueProvisionalGuarantee,
  provisionalUntil,
  refuseProvisionalGuarantee,
} from './provisional-guarantee.js';
import { type RecordCareInput, recordCare } from './record-care.js';

const given = decisionSpec(accidents);
const here = { accidentId: ACCIDENT_ID, facilityId: HOSPITAL };
/** A desk at two in the night from Tuesday to Wednesday. */
const night = testContext({ issuedAt: instant('2026-09-01T19:00:00Z'), today: localDate('2026-09-02') });
/** What is known of the hospital, and the letters that these hold. */
const plkk = (history: readonly AccidentEvent[]) => ({
  careUntil: localDate('2027-03-31'),
  letters: fold(letters, history),
});

const events = (): AccidentEvent[] => [notified(), stageOne()];

function withLetter(): AccidentEvent[] {
  const before = events();
  return [...before, ...issueProvisionalGuarantee(here, fold(accidents, before), night, covered)];
}

const stay = (changes: Partial<RecordCareInput> = {}): RecordCareInput => ({
  ...here,
  admittedOn: localDate('2026-09-02'),
  dischargedOn: localDate('2026-09-03'),
  invoiceNumber: 'INV-1',
  invoiceIdr: rupiah(20_000_000),
  health: { procedures: 'Surgery of the hand' },
  ...changes,
});

const refusedOn = (today: LocalDate): AccidentEvent[] => {
  const before = withLetter();
  const input = { ...here, reason: 'NOT_AN_EMERGENCY' as const };
  return [...before, ...refuseProvisionalGuarantee(input, fold(accidents, before), testContext({ today }))];
};

describe('a provisional guarantee letter', () => {
  it('is issued by the desk itself at any hour, where contributions are in order, without a referral', () => {
    expect(withLetter().at(-1)).toMatchObject({
      type: 'ProvisionalGuaranteeIssued',
      data: { facilityId: HOSPITAL, validUntil: '2026-09-04T19:00:00.000Z', atMostIdr: 25_000_000 },
    });
  });

  it.each([
    ['three days and nights', '2026-09-01T19:00:00Z', '2026-09-04T19:00:00.000Z'],
    ['a morning of the office after a weekend', '2026-09-04T13:00:00Z', '2026-09-08T03:00:00.000Z'],
  ])('lasts %s', (_what, issuedAt, until) => {
    expect(provisionalUntil(instant(issuedAt))).toBe(until);
  });

  it.each([
    ['before stage I', [notified()], covered, 'STAGE_ONE_MISSING'],
    [
      'in arrears',
      events(),
      { ...covered, coverage: 'PENDING_ARREARS' as const },
      'PROVISIONAL_NEEDS_ACTIVE_COVER',
    ],
    [
      'after the contributions stopped',
      events(),
      { ...covered, coverage: 'INACTIVE' as const },
      'REJECTED_INACTIVE',
    ],
    ['by a facility that is no PLKK', events(), { ...covered, agreementId: undefined }, 'NOT_A_PLKK'],
    ['of no work accident', [...events(), concludedNot()], covered, 'NOT_A_WORK_ACCIDENT'],
    ['a second time', withLetter(), covered, 'PROVISIONAL_ISSUED_ALREADY'],
    ['beside a letter of the office', [...events(), referral(), guarantee()], covered, 'ALREADY_GUARANTEED'],
  ])('is not issued %s', (_what, history, facts, code) => {
    given(history)
      .when((state) => issueProvisionalGuarantee(here, state, night, facts))
      .thenRejected(code);
  });

  it('is confirmed by a guarantee letter of the office', () => {
    given(withLetter())
      .when((state) => issueGuaranteeLetter(letterInput(), state, testContext(), covered))
      .thenRecorded([guarantee({ guaranteeNumber: 'G-3F2A9C01D4E7-1' })]);
  });

  it('covers care up to its sum until it is confirmed, and then without one', () => {
    given(withLetter())
      .when((state) =>
        recordCare(stay({ invoiceIdr: rupiah(25_000_000) }), state, testContext(), plkk(withLetter())),
      )
      .thenRecorded([
        care({ ...stay({ invoiceIdr: rupiah(25_000_000) }), effectiveOn: localDate('2026-09-02') }),
      ]);
    const second = stay({ invoiceNumber: 'INV-2', invoiceIdr: rupiah(5_000_001) });
    const billed = [...withLetter(), care(stay())];
    given(billed)
      .when((state) => recordCare(second, state, testContext(), plkk(billed)))
      .thenRejected('ABOVE_PROVISIONAL_LETTER');
    given([...billed, guarantee()])
      .when((state) =>
        recordCare({ ...second, apart: true }, state, testContext(), plkk([...billed, guarantee()])),
      )
      .thenRecorded([care({ ...second, mayRepeat: ['INV-1'], effectiveOn: localDate('2026-09-02') })]);
  });

  it('covers nobody who comes after its end: they pay and claim it back', () => {
    const later = stay({ admittedOn: localDate('2026-09-06'), dischargedOn: localDate('2026-09-06') });
    given(withLetter())
      .when((state) => recordCare(later, state, testContext(), plkk(withLetter())))
      .thenRecorded([care({ ...later, billing: 'REIMBURSEMENT', effectiveOn: localDate('2026-09-06') })]);
  });

  it('that the office does not confirm covers the days before that, and no others', () => {
    const history = refusedOn(localDate('2026-09-03'));
    expect(history.at(-1)).toMatchObject({
      type: 'GuaranteeNotConfirmed',
      data: { reason: 'NOT_AN_EMERGENCY', effectiveOn: '2026-09-04' },
    });
    given(history)
      .when((state) => recordCare(stay(), state, testContext(), plkk(history)))
      .thenRecorded([care({ ...stay(), effectiveOn: localDate('2026-09-02') })]);
    given(history)
      .when((state) =>
        recordCare(stay({ dischargedOn: localDate('2026-09-04') }), state, testContext(), plkk(history)),
      )
      .thenRejected('CARE_AFTER_LETTER');
    given(history)
      .when((state) => refuseProvisionalGuarantee({ ...here, reason: 'NO_COVER' }, state, testContext()))
      .thenRejected('NO_PROVISIONAL_LETTER');
    given(withLetter())
      .when((state) =>
        refuseProvisionalGuarantee({ ...here, facilityId: CLINIC, reason: 'NO_COVER' }, state, testContext()),
      )
      .thenRejected('NO_PROVISIONAL_LETTER');
  });
});
