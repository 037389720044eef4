import { describe, expect, it } from '@jest/globals';
import { type EventOf, fold, localDate, rupiah, totalOf } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { approveClaim } from './approve-claim.js';
import { supervisor } from './claim-by-people.examples.js';
import {
  ACCOUNT,
  CLAIM,
  COMPLETED,
  HEIR_PAPERS,
  JKK_SUBMITTED,
  JKM_SUBMITTED,
  WIDOW,
  calculatedBy,
  jkkFacts,
  jkmFacts,
  submittedWith,
} from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, claims } from './claim.js';
import { claimsAfterApproval } from './claim-after-approval.js';
import { establish as establishIn, establishHeirs } from './establish-heirs.js';
import type { EstablishHeirsInput, HeirInput } from './heir-input.js';
import { sharedOut } from './payments.js';
import type { Basis, HeirsOnRecord } from './programme.js';
import { takeClaimOver } from './take-claim-over.js';

const given = decisionSpec(claims);
const facts = jkmFacts();
const open = [JKM_SUBMITTED, COMPLETED, calculatedBy(facts)];
const account = (nth: number, holder: string) => ({ bank: 'Bank Contoh', number: `000002222${nth}`, holder });
const widow: HeirInput = {
  relation: 'SPOUSE',
  standing: 'PAID',
  name: 'Rohmah Contoh',
  account: account(1, 'Rohmah Contoh'),
};
const son: HeirInput = {
  relation: 'CHILD',
  standing: 'PAID',
  name: 'Anak Contoh',
  birthDate: localDate('2000-01-01'),
  account: account(2, 'Anak Contoh'),
};
const daughter: HeirInput = {
  relation: 'CHILD',
  standing: 'PAID',
  name: 'Putri Contoh',
  birthDate: localDate('2012-01-01'),
  account: account(3, 'Rohmah Contoh'),
  guardian: { name: 'Rohmah Contoh', letter: 'archive/wali' },
};
const brother: HeirInput = {
  relation: 'SIBLING',
  standing: 'PAID',
  name: 'Adik Contoh',
  birthDate: localDate('1985-02-03'),
  account: account(4, 'Adik Contoh'),
};
const without = (
  { account: _none, ...heir }: HeirInput,
  standing: 'AUTHORISES' | 'WAIVES',
  letter?: string,
) => ({
  ...heir,
  standing,
  ...(letter && { letter }),
});

const by = testContext({ actor: { ...TEST_ACTOR, id: 'establisher' } });
const establish =
  (
    heirs: readonly HeirInput[],
    change: Partial<EstablishHeirsInput> = {},
    registered?: HeirsOnRecord['registered'],
  ) =>
  (state: ClaimState) =>
    establishHeirs(
      { claimId: CLAIM, sharing: 'EQUAL', certificate: 'archive/skaw', heirs, ...change },
      state,
      by,
      { ...facts, ...(registered && { heirsOnRecord: { registered } }) },
    );
type Approved = EventOf<ClaimEvent, 'ClaimApproved'>;

/** What is approved for these heirs. */
function approvedFor(
  heirs: readonly HeirInput[],
  change: Partial<EstablishHeirsInput> = {},
): Approved['data'] {
  const events = [...open, ...establish(heirs, change)(fold(claims, open))];
  const [approved] = approveClaim({ claimId: CLAIM }, fold(claims, events), supervisor(), facts);
  if (approved?.type !== 'ClaimApproved') throw new Error(`Decided ${approved?.type}`);
  return approved.data;
}

describe('the heirs of a claim', () => {
  it('are paid each a share of their own, which come to the benefit to the rupiah', () => {
    const { payments, person, totalIdr } = approvedFor([widow, son, daughter]);
    expect(totalIdr).toBe(42_000_000);
    expect(payments.map(({ payee, amountIdr }) => [payee, amountIdr])).toEqual([
      ['HEIR', 14_000_000],
      ['HEIR', 14_000_000],
      ['GUARDIAN', 14_000_000],
    ]);
    expect(new Set(payments.map(({ heirId }) => heirId)).size).toBe(3);
    expect(person).toMatchObject({
      account: ACCOUNT,
      heirs: [{ account: widow.account }, { account: son.account }, { account: daughter.account }],
    });
  });

  it('share by agreement in parts, and what is left over is the first one’s', () => {
    const parts = [
      { ...widow, parts: 3 },
      { ...son, parts: 2 },
      { ...daughter, parts: 2 },
    ];
    given(open).when(establish(parts)).thenRejected('PARTS_ARE_EQUAL');
    given(open)
      .when(establish(parts, { sharing: 'AGREED' }))
      .thenRejected('SHARING_NOT_SHOWN');
    const { payments } = approvedFor(parts, { sharing: 'AGREED', agreement: 'archive/minutes' });
    expect(payments.map(({ amountIdr }) => amountIdr)).toEqual([18_000_000, 12_000_000, 12_000_000]);
  });

  it('let one of them be paid by power of attorney, in writing', () => {
    given(open)
      .when(establish([widow, without(son, 'AUTHORISES')], { sharing: 'ONE_PAYEE' }))
      .thenRejected('HEIR_LETTER_MISSING');
    const heirs = [widow, without(son, 'AUTHORISES', 'archive/kuasa')];
    const { payments } = approvedFor(heirs, { sharing: 'ONE_PAYEE' });
    expect(payments).toMatchObject([{ payee: 'HEIR', amountIdr: 42_000_000 }]);
    given(open)
      .when(establish([widow, son], { sharing: 'ONE_PAYEE' }))
      .thenRejected('ONE_PAYEE_ONLY');
  });

  it('are paid in the order of the law, and otherwise only by a court', () => {
    const { details } = given(open)
      .when(establish([brother, without(widow, 'WAIVES', 'archive/waiver')]))
      .thenRejected('NOT_FIRST_IN_RANK');
    expect(details.allowed).toContain('those who come first are paid');
    expect(approvedFor([brother], { sharing: 'COURT' }).payments).toHaveLength(1);
    const [recorded] = establish([widow, without(brother, 'WAIVES')])(fold(claims, open));
    expect(recorded?.data).toMatchObject({ heirClass: 1 });
  });

  it('are all named whom the participant has named, of their rank or before: with a letter, where they are not paid', () => {
    const wife = [{ relation: 'SPOUSE' as const, name: 'ROHMAH CONTOH' }];
    const { details } = given(open)
      .when(establish([brother], {}, wife))
      .thenRejected('REGISTERED_HEIR_NOT_NAMED');
    expect(details.allowed).toEqual([
      'name them too, paid or with their letter',
      'standing DIED, with the day and the certificate of death of whoever has died',
      'sharing COURT, with the ruling',
    ]);
    given(open)
      .when(establish([son], {}, wife))
      .thenRejected('REGISTERED_HEIR_NOT_NAMED');
    const lets = [son, without(widow, 'WAIVES', 'archive/waiver')];
    const sibling = [{ relation: 'SIBLING' as const, name: 'Adik Contoh' }];
    for (const recorded of [
      establish(lets, {}, wife),
      establish([brother], { sharing: 'COURT' }, wife),
      establish([son], {}, sibling),
      establish([brother], {}, [{ relation: 'SPOUSE' }]),
    ]) {
      expect(recorded(fold(claims, open)).map(({ type }) => type)).toEqual(['HeirsEstablished']);
    }
  });

  it('tell their day of birth where they may be minors: a child without one is not paid like an adult', () => {
    const { birthDate: _unknown, ...ofNoAge } = son;
    given(open)
      .when(establish([ofNoAge]))
      .thenRejected('BIRTH_DATE_MISSING');
    const waives = [widow, without(ofNoAge, 'WAIVES', 'archive/waiver')];
    given(open).when(establish(waives)).thenRejected('BIRTH_DATE_MISSING');
    expect(establish(waives, { sharing: 'COURT' })(fold(claims, open))).toHaveLength(1);
    const { birthDate: _unasked, ...brotherOfNoAge } = brother;
    const ofLowerRank = establish([widow, without(brotherOfNoAge, 'WAIVES')]);
    expect(ofLowerRank(fold(claims, open))).toHaveLength(1);
  });

  it('let nobody else be paid while they are minors, but through their guardian; and what is theirs is given up by a court alone', () => {
    const { guardian, ...alone } = without(daughter, 'AUTHORISES', 'archive/kuasa');
    const onePayee = { sharing: 'ONE_PAYEE' } as const;
    given(open)
      .when(establish([widow, alone], onePayee))
      .thenRejected('GUARDIAN_OF_MINORS');
    expect(establish([widow, { ...alone, guardian }], onePayee)(fold(claims, open))).toHaveLength(1);
    const waives = [widow, without(daughter, 'WAIVES', 'archive/waiver')];
    given(open).when(establish(waives)).thenRejected('MINOR_GIVES_NOTHING_UP');
    expect(establish(waives, { sharing: 'COURT' })(fold(claims, open))).toHaveLength(1);
  });

  it('are born by now, those who are not paid too', () => {
    const tomorrow = localDate('2026-11-21');
    for (const heirs of [
      [{ ...daughter, birthDate: tomorrow }],
      [widow, { ...without(son, 'WAIVES', 'archive/waiver'), birthDate: tomorrow }],
    ]) {
      const { details } = given(open).when(establish(heirs)).thenRejected('HEIR_BORN_AFTER_TODAY');
      expect(details.allowed).toEqual(['birthDate until 2026-11-20']);
    }
    const bornToday = establish([{ ...daughter, birthDate: localDate('2026-11-20') }]);
    expect(bornToday(fold(claims, open))).toHaveLength(1);
  });

  it('stand there once each: by NIK, and without it by name and relation', () => {
    const again = { ...son, name: 'ANAK  CONTOH', account: account(6, 'Anak Contoh') };
    const [one, other] = ['0000004101900001', '0000004101900002'];
    for (const heirs of [
      [son, again],
      [son, without(again, 'WAIVES', 'archive/waiver')],
      [{ ...son, nik: one }, again],
      [
        { ...son, nik: one },
        { ...again, name: 'Anak Lain', nik: one },
      ],
    ]) {
      const { details } = given(open).when(establish(heirs)).thenRejected('HEIR_NAMED_TWICE');
      expect(details.allowed).toContain('nik of both, where they are two of one name');
    }
    const two = [
      { ...son, nik: one },
      { ...again, nik: other },
    ];
    expect(approvedFor(two)).toMatchObject({
      payments: [{ amountIdr: 21_000_000 }, { amountIdr: 21_000_000 }],
    });
    const namesakes = [
      { ...widow, name: 'Contoh' },
      { ...son, name: 'Contoh' },
    ];
    expect(establish(namesakes)(fold(claims, open))[0]?.data).toMatchObject({
      person: { heirs: [{ name: 'Contoh' }, { name: 'Contoh' }] },
    });
  });

  it('are recorded of an approved claim where the participant died for whom it was approved, and of no other', () => {
    const hurt = jkkFacts();
    const approvedBy = (basis: Basis, events: readonly ClaimEvent[]) => [
      ...events,
      ...approveClaim({ claimId: CLAIM }, fold(claims, events), supervisor(), basis),
    ];
    const forHer = approvedBy(hurt, [JKK_SUBMITTED, COMPLETED, calculatedBy(hurt)]);
    const input = { claimId: CLAIM, sharing: 'EQUAL', certificate: 'archive/skaw', heirs: [widow] } as const;
    const recording = (basis: Basis, events: readonly ClaimEvent[]) =>
      decisionSpec(claimsAfterApproval)(events).when((state) => establishIn(input, state, by, basis));
    const died = jkkFacts({}, { diedOn: localDate('2026-11-19') });
    const recordedOf = (events: readonly ClaimEvent[]) =>
      establishIn(input, fold(claimsAfterApproval, events), by, died);
    const [recorded] = recordedOf(forHer);
    expect(recorded?.data).toMatchObject({ inPlaceOfParticipant: true, heirs: [{ relation: 'SPOUSE' }] });
    recording(hurt, forHer).thenRejected('CLAIM_APPROVED');
    // What a participant advanced is theirs as well.
    const advanced = forHer.map((event): ClaimEvent => {
      if (event.type !== 'BenefitCalculated') return event;
      const components = event.data.components.map((one) => ({ ...one, payee: 'RECEIPT_PAYER' as const }));
      return { ...event, data: { ...event.data, components } };
    });
    expect(recordedOf(advanced)).toMatchObject([{ data: { inPlaceOfParticipant: true } }]);
    recording(facts, approvedBy(facts, open)).thenRejected('CLAIM_APPROVED');
  });

  it('by will come last, and since 2025 by notarial deed alone', () => {
    const friend: HeirInput = { ...brother, relation: 'NAMED_IN_WILL' };
    given(open)
      .when(establish([friend]))
      .thenRejected('NO_HEIR_IN_THE_ORDER');
    const [recorded] = establish([friend], { notarialWill: true })(fold(claims, open));
    expect(recorded?.data).toMatchObject({ heirClass: 7 });
  });

  it('who are minors are paid through a guardian, and nobody else is', () => {
    const { guardian: _none, ...orphan } = daughter;
    for (const heir of [orphan, { ...widow, guardian: daughter.guardian }]) {
      given(open)
        .when(establish([heir]))
        .thenRejected('GUARDIAN_OF_MINORS');
    }
    const ofAge = { ...orphan, birthDate: localDate('2008-11-20') };
    const [recorded] = establish([ofAge])(fold(claims, open));
    expect(recorded?.data).not.toMatchObject({ heirs: [{ throughGuardian: true }] });
  });

  it('of several marriages share by agreement or by court', () => {
    const other = { ...widow, name: 'Istri Kedua', account: account(5, 'Istri Kedua') };
    given(open)
      .when(establish([widow, other]))
      .thenRejected('SHARING_NOT_SHOWN');
    expect(
      approvedFor([widow, other], { sharing: 'AGREED', agreement: 'archive/minutes' }).payments,
    ).toHaveLength(2);
  });

  it('have an account where they are paid, and none where they are not', () => {
    const { account: _none, ...poor } = widow;
    given(open)
      .when(establish([poor]))
      .thenRejected('ACCOUNTS_OF_THE_PAID');
    given(open)
      .when(establish([without(widow, 'WAIVES', 'archive/letter')]))
      .thenRejected('NO_HEIR_IS_PAID');
  });

  it('are not decided upon by whoever gave their accounts', () => {
    const events = [...open, ...establish([widow])(fold(claims, open))];
    given(events)
      .when((state) => approveClaim({ claimId: CLAIM }, state, by, facts))
      .thenRejected('SUBMITTER_CANNOT_DECIDE');
  });

  it('bear what is deducted in the same shares', () => {
    const shares = sharedOut(
      {
        payee: 'HEIR',
        componentCodes: ['JKM_DEATH', 'ARREARS_SET_OFF'],
        amountIdr: rupiah(41_949_601),
        benefitIdr: rupiah(42_000_001),
        deductedIdr: rupiah(50_400),
      },
      [1, 2].map((nth) => ({ heirId: `${nth}`, payee: 'HEIR', parts: 1 })),
    );
    expect(totalOf(shares)).toBe(41_949_601);
    for (const { amountIdr, benefitIdr = 0, deductedIdr = 0 } of shares) {
      expect(benefitIdr - deductedIdr).toBe(amountIdr);
    }
  });
});

describe('whoever comes first', () => {
  const approveOnRecord = (heirsOnRecord: HeirsOnRecord, events: readonly ClaimEvent[] = open) =>
    given(events).when((state) =>
      approveClaim({ claimId: CLAIM }, state, supervisor(), { ...facts, heirsOnRecord }),
    );
  const registered = [
    { relation: 'SPOUSE' as const, name: 'Rohmah Contoh' },
    { relation: 'SIBLING' as const, name: 'Adik Contoh' },
  ];

  it('is not paid where somebody of a higher rank is registered: 42,000,000 wait for who inherits', () => {
    approveOnRecord({ claimantName: 'Adik Contoh', registered }).thenRejected('HEIRS_NOT_ESTABLISHED');
    const events = [...open, ...establish([widow])(fold(claims, open))];
    const [approved] = approveClaim({ claimId: CLAIM }, fold(claims, events), supervisor(), {
      ...facts,
      heirsOnRecord: { claimantName: 'Adik Contoh', registered },
    });
    expect(approved?.data).toMatchObject({ payments: [{ payee: 'HEIR', amountIdr: 42_000_000 }] });
  });

  it('is paid where nobody was registered before, or the name is one of the first rank', () => {
    for (const onRecord of [
      { claimantName: 'Adik Contoh', registered: [] },
      { claimantName: 'rohmah contoh', registered },
    ]) {
      const state = fold(claims, open);
      const [approved] = approveClaim({ claimId: CLAIM }, state, supervisor(), {
        ...facts,
        heirsOnRecord: onRecord,
      });
      expect(approved?.type).toBe('ClaimApproved');
    }
  });

  it('lets another heir take the claim over until it is decided, and gets no other account by that', () => {
    const events = [submittedWith(HEIR_PAPERS, JKM_SUBMITTED), COMPLETED];
    const takeOver = (claimantName: string) => (state: ClaimState) =>
      takeClaimOver(
        { claimId: CLAIM, claimant: 'HEIR', documents: [], person: { ...WIDOW, claimantName } },
        state,
        testContext(),
        { ...facts, heirsOnRecord: { claimantName: 'Adik Contoh', registered } },
      );
    given(events).when(takeOver('ADIK CONTOH')).thenRejected('CLAIMANT_THE_SAME');
    expect(takeOver('Rohmah Contoh')(fold(claims, events)).map(({ type }) => type)).toEqual([
      'ClaimTakenOver',
    ]);
  });
});
