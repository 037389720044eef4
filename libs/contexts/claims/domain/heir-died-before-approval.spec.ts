import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { approveClaim } from './approve-claim.js';
import { supervisor } from './claim-by-people.examples.js';
import { CLAIM, COMPLETED, JKM_SUBMITTED, calculatedBy, jkmFacts } from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { claimsAfterDecision } from './claim-after-decision.js';
import { type ClaimState, claims } from './claim.js';
import { establishHeirs } from './establish-heirs.js';
import type { EstablishHeirsInput, HeirInput } from './heir-input.js';
import type { HeirsOnRecord } from './programme.js';
import { reportHeirDeath } from './wanted-heirs.js';

const account = (holder: string) => ({ bank: 'Bank Contoh', number: '0000033331', holder });
const paid = (relation: HeirInput['relation'], name: string): HeirInput => ({
  relation,
  standing: 'PAID',
  name,
  birthDate: localDate('1990-01-01'),
  account: account(name),
});
const dead = (relation: HeirInput['relation'], name: string): HeirInput => ({
  relation,
  standing: 'DIED',
  name,
  diedOn: localDate('2026-11-19'),
  letter: 'archive/akta-2',
});
const widow = dead('SPOUSE', 'Rohmah Contoh');
const mother = paid('PARENT', 'Ibu Contoh');
const son = paid('CHILD', 'Anak Contoh');
const daughter = paid('CHILD', 'Putri Contoh');

/** The participant had named the widow; whoever claims is somebody else. */
const heirsOnRecord: HeirsOnRecord = {
  claimantName: 'Ibu Contoh',
  registered: [{ relation: 'SPOUSE', name: 'Rohmah Contoh' }],
};
const facts = { ...jkmFacts(), heirsOnRecord };
const open = [JKM_SUBMITTED, COMPLETED, calculatedBy(facts)];
const given = decisionSpec(claims)(open);
const establish =
  (heirs: readonly HeirInput[], change: Partial<EstablishHeirsInput> = {}) =>
  (state: ClaimState) =>
    establishHeirs(
      { claimId: CLAIM, sharing: 'EQUAL', certificate: 'archive/skaw', heirs, ...change },
      state,
      testContext({ actor: { ...TEST_ACTOR, id: 'establisher' } }),
      facts,
    );
const approvedFor = (events: readonly ClaimEvent[]) => {
  const [approved] = approveClaim({ claimId: CLAIM }, fold(claims, events), supervisor(), facts);
  return approved?.type === 'ClaimApproved' ? approved.data.payments.map(({ amountIdr }) => amountIdr) : [];
};
const recorded = (heirs: readonly HeirInput[], events: readonly ClaimEvent[] = open) => [
  ...events,
  ...establish(heirs)(fold(claims, events)),
];

describe('An heir whom the participant has named and who dies before the claim is approved', () => {
  it('is left out by nobody in silence, and writes no letter: their death is shown', () => {
    const { details } = given.when(establish([mother])).thenRejected('REGISTERED_HEIR_NOT_NAMED');
    expect(details.allowed).toContain(
      'standing DIED, with the day and the certificate of death of whoever has died',
    );
    expect(establish([widow, mother])(fold(claims, open))).toMatchObject([
      {
        type: 'HeirsEstablished',
        data: {
          heirClass: 2,
          heirs: [
            { relation: 'SPOUSE', standing: 'DIED', diedOn: '2026-11-19' },
            { relation: 'PARENT', standing: 'PAID' },
          ],
          person: { heirs: [{ name: 'Rohmah Contoh', letter: 'archive/akta-2' }, { name: 'Ibu Contoh' }] },
        },
      },
    ]);
  });

  it('leaves the whole to the others of the rank, or to the next one', () => {
    expect(approvedFor(recorded([widow, mother]))).toEqual([42_000_000]);
    expect(approvedFor(recorded([widow, son, daughter]))).toEqual([21_000_000, 21_000_000]);
    given.when(establish([widow, son, mother])).thenRejected('NOT_FIRST_IN_RANK');
    given.when(establish([widow])).thenRejected('NO_HEIR_IN_THE_ORDER');
  });

  it('counts the same where the participant died later than they', () => {
    const before = { ...widow, diedOn: localDate('2019-05-05') };
    expect(approvedFor(recorded([before, mother]))).toEqual([42_000_000]);
  });

  it('has heirs of their own who are paid by a ruling', () => {
    const theirs = establish([widow, son, paid('SIBLING', 'Adik Ipar Contoh')], { sharing: 'COURT' });
    expect(theirs(fold(claims, open))).toHaveLength(1);
  });

  it('was to be paid: who inherits is recorded anew, and again where they live after all', () => {
    const asked = recorded([paid('SPOUSE', 'Rohmah Contoh'), son]);
    expect(approvedFor(asked)).toEqual([21_000_000, 21_000_000]);
    const died = recorded([widow, son], asked);
    expect(approvedFor(died)).toEqual([42_000_000]);
    expect(approvedFor(recorded([paid('SPOUSE', 'Rohmah Contoh'), son], died))).toEqual([
      21_000_000, 21_000_000,
    ]);
  });

  it('does not let whoever records the death approve the claim', () => {
    decisionSpec(claims)(recorded([widow, mother]))
      .when((state) =>
        approveClaim(
          { claimId: CLAIM },
          state,
          { ...supervisor(), actor: { ...TEST_ACTOR, id: 'establisher' } },
          facts,
        ),
      )
      .thenRejected('SUBMITTER_CANNOT_DECIDE');
  });

  it('is shown by a day and a certificate, also to a court, and nobody else is', () => {
    const { letter: _certificate, ...unshown } = widow;
    const { diedOn: _day, ...undated } = widow;
    for (const heirs of [
      [unshown, mother],
      [undated, mother],
      [widow, { ...mother, diedOn: localDate('2026-11-19') }],
    ]) {
      given.when(establish(heirs)).thenRejected('HEIR_DEATH_NOT_SHOWN');
      given.when(establish(heirs, { sharing: 'COURT' })).thenRejected('HEIR_DEATH_NOT_SHOWN');
    }
    const asPaid = { ...widow, account: account('Rohmah Contoh') };
    given.when(establish([asPaid, mother])).thenRejected('ACCOUNTS_OF_THE_PAID');
  });

  it('was born, and has died by today', () => {
    const dying = (diedOn: string) =>
      establish([{ ...widow, birthDate: localDate('1990-01-01'), diedOn: localDate(diedOn) }, mother]);
    given.when(dying('2026-11-21')).thenRejected('HEIR_DIED_IN_FUTURE');
    const { details } = given.when(dying('1989-12-31')).thenRejected('HEIR_DIED_BEFORE_BIRTH');
    expect(details.allowed).toEqual(['diedOn from 1990-01-01 on']);
    expect(dying('2026-11-20')(fold(claims, open))).toHaveLength(1);
  });

  it('may have been a minor, for whom no guardian gives anything up', () => {
    const child = { ...dead('CHILD', 'Bayi Contoh'), birthDate: localDate('2026-01-01') };
    expect(approvedFor(recorded([widow, child, mother]))).toEqual([42_000_000]);
  });

  it('has no share yet whose passing on could be reported', () => {
    const report = { claimId: CLAIM, diedOn: localDate('2026-11-19'), words: 'The widow', evidence: 'SKM 7' };
    const { details } = decisionSpec(claimsAfterDecision)(open)
      .when((state) => reportHeirDeath(report, state, testContext()))
      .thenRejected('NOTHING_APPROVED_FOR_HEIRS');
    expect(details.allowed).toContain('establish the heirs');
  });
});
