import { describe, expect, it } from '@jest/globals';
import { type PrintedIn, asHtml, asPdf } from '#documents';
import { ERASED, event, instant, localDate, rupiah } from '#kernel';
import { calculate } from '#law';
import { on, readModelSpec } from '#testing';
import { explained } from './explanation.queries.js';
import { explanationReadModel } from './explanation.read-model.js';
import { printedExplanation } from './printed-explanation.js';

const CLAIM = '0b7f2a34-95c6-4d2b-8f1e-3a1d2c4b5e6f';
const PARTICIPANT = '9d0b6a3e-1f6c-8d2a-8a7e-2b5f0c9d4e11';
const [PAYOUT, OTHER, PAPER] = [
  '5f0c8a5e-0d0d-5b52-9d3d-6c1c4c5b7a01',
  '77d1b0a4-0e0f-4a56-9d3c-2f1e0d9c8b7a',
  '9a6a3f7e-3c1b-4d5e-8f90-a1b2c3d4e5f6',
];
const ACCOUNT = { bank: 'BRI', number: '002301004567890', holder: 'Ahli Waris Contoh' };
const DAY = localDate('2026-08-24');

/** What the law gives for a death, and what it was asked. */
const inputs = { segment: 'PU', deathDate: '2026-08-20', totalPaidMonths: 12 };
const { components, totalIdr, ruleSetVersion } = calculate({ calculator: 'JKM', ...inputs });
const health = {
  inputs,
  arithmetic: components.map(({ code, arithmetic }) => ({ code, arithmetic: arithmetic ?? '' })),
};
const lines = components.map(({ code, amountIdr, law, article }) => ({
  code,
  amountIdr,
  law,
  article,
  payee: 'HEIR',
}));

const ofClaim = { claimId: CLAIM, participantId: PARTICIPANT, effectiveOn: DAY };
const SUBMITTED = event('ClaimSubmitted', {
  ...ofClaim,
  programme: 'JKM',
  eventDate: localDate('2026-08-20'),
  office: 'Bekasi',
  submitterId: 'rina',
  claimant: 'HEIR',
  documents: [{ kind: 'DEATH_CERTIFICATE', paperId: PAPER }, { kind: 'KK' }],
  submittedOn: DAY,
  person: { claimantName: 'Ahli Waris Contoh', account: ACCOUNT, references: ['1', '2'] },
});
const calculated = (of: object = { health }) =>
  event('BenefitCalculated', {
    ...ofClaim,
    assessorId: 'dewi',
    ruleSetVersion,
    components: lines,
    totalIdr,
    entitledChildren: [],
    ...of,
  });
const APPROVED = event('ClaimApproved', {
  ...ofClaim,
  programme: 'JKM',
  eventDate: localDate('2026-08-20'),
  approverId: 'sari',
  totalIdr,
  payments: [{ payee: 'HEIR', componentCodes: [lines[0]!.code], amountIdr: lines[0]!.amountIdr }],
  entitledChildren: [],
  payBy: DAY,
  person: { account: ACCOUNT },
});
const ordered = (payoutId: string, eventId: string, source: object = {}) =>
  event('PayoutOrdered', {
    payoutId,
    participantId: PARTICIPANT,
    source: { kind: 'CLAIM', id: CLAIM, eventId, ...source },
    payee: 'HEIR',
    componentCodes: [lines[0]!.code],
    amountIdr: lines[0]!.amountIdr,
    effectiveOn: DAY,
    person: { account: ACCOUNT },
  });

const REASSESSED = {
  assessorId: 'tono',
  differenceIdr: rupiah(0),
  approvedIdr: totalIdr,
};
const reassessed = (of: object) => ({
  ...calculated({ health, ...REASSESSED, ...of }),
  type: 'BenefitReassessed',
});
const DIFFERENCE = event('DifferenceApproved', {
  ...ofClaim,
  programme: 'JKM',
  eventDate: localDate('2026-08-20'),
  approverId: 'sari',
  totalIdr,
  differenceIdr: rupiah(8_400),
  payments: [],
  entitledChildren: [],
  payBy: DAY,
  person: { account: ACCOUNT },
});

/** A claim that was computed anew after its approval, to the payment of the difference. */
function paidAnew(of: object, eventDate = DIFFERENCE.data.eventDate) {
  const approvedAnew = { ...DIFFERENCE, data: { ...DIFFERENCE.data, eventDate } };
  const decided = readModelSpec(explanationReadModel)(
    on(`claim-${CLAIM}`, SUBMITTED, calculated(), APPROVED, reassessed(of), approvedAnew),
  );
  return decided.and(on(`payout-${PAYOUT}`, ordered(PAYOUT, decided.events.at(-1)!.id)));
}

/** A claim from its submission to its payment. */
function paid(...calculations: readonly ReturnType<typeof calculated>[]) {
  const decided = readModelSpec(explanationReadModel)(
    on(`claim-${CLAIM}`, SUBMITTED, ...calculations, APPROVED),
  );
  const approval = decided.events.at(-1)!;
  return decided.and(
    on(
      `payout-${PAYOUT}`,
      ordered(PAYOUT, approval.id),
      event('PayoutInstructed', {
        payoutId: PAYOUT,
        instructorId: 'budi',
        instructedOn: DAY,
        instructionNumber: '1',
        effectiveOn: DAY,
      }),
    ),
  );
}

function told({ rows }: ReturnType<typeof paid>, payoutId = PAYOUT, sight = { health: true }) {
  const payment = [...rows.payments.values()].find((row) => row.payoutId === payoutId)!;
  const decision = [...rows.decisions.values()].find(({ eventId }) => eventId === payment.decisionId);
  return explained(payment, decision, sight);
}

describe('The explanation of a payment', () => {
  it('leads from the payment to components, clauses, inputs, papers, events and people', () => {
    const explanation = told(paid(calculated()));
    expect(explanation).toMatchObject({
      payoutId: PAYOUT,
      programme: 'JKM',
      eventDate: '2026-08-20',
      decision: { event: `claim-${CLAIM}@2`, type: 'ClaimApproved' },
      calculation: { step: { event: `claim-${CLAIM}@1` }, ruleSetVersion, totalIdr, inputs, agrees: true },
      papers: [
        { kind: 'DEATH_CERTIFICATE', paperId: PAPER, event: `claim-${CLAIM}@0` },
        { kind: 'KK', paperId: null },
      ],
    });
    expect(
      explanation.calculation?.components.map(({ code, law, article, isPaidHere }) => [
        code,
        law,
        article,
        isPaidHere,
      ]),
    ).toEqual(lines.map(({ code, law, article }, place) => [code, law, article, place === 0]));
    expect(explanation.calculation?.explanation?.components.length).toBe(lines.length);
    expect(explanation.steps.map(({ type }) => type)).toEqual([
      'ClaimSubmitted',
      'BenefitCalculated',
      'ClaimApproved',
      'PayoutOrdered',
      'PayoutInstructed',
    ]);
    expect(explanation.steps.every(({ by, office }) => by.length > 0 && office.length > 0)).toBe(true);
  });

  it('says by which delegation of another office somebody decided', () => {
    const delegation = { delegationId: PAPER, office: 'Bekasi' };
    const approved = { ...APPROVED, data: { ...APPROVED.data, authority: { level: 2, delegation } } };
    const { rows } = readModelSpec(explanationReadModel)(
      on(`claim-${CLAIM}`, SUBMITTED, calculated(), approved),
    );
    expect([...rows.decisions.values()].map(({ step }) => step.delegation)).toEqual([delegation]);
    expect(told(paid(calculated())).decision).toMatchObject({ delegation: null });
  });

  it('keeps what tells of health from whoever sees nothing of it', () => {
    const { calculation } = told(paid(calculated()), PAYOUT, { health: false });
    expect(calculation).toMatchObject({ totalIdr, inputs: null, agrees: null, explanation: null });
    expect(calculation?.components.map(({ arithmetic }) => arithmetic)).toEqual(lines.map(() => null));
    expect(calculation?.components.map(({ article }) => article)).toEqual(
      lines.map(({ article }) => article),
    );
  });

  it('rests on the last calculation, and says where the law gives something else today', () => {
    const { calculation } = told(paid(calculated(), calculated({ health, totalIdr: rupiah(1) })));
    expect(calculation).toMatchObject({ step: { event: `claim-${CLAIM}@2` }, totalIdr: 1, agrees: false });
  });

  it('tells the day whose law the difference was computed by, also where only its approval says it', () => {
    expect(told(paidAnew({})).eventDate).toBe('2026-08-20');
    expect(told(paidAnew({}, localDate('2026-07-01'))).eventDate).toBe('2026-07-01');
    const { rows } = paidAnew({ eventDate: localDate('2026-07-02') }, localDate('2026-07-02'));
    expect([...rows.cases.values()].map(({ eventDate }) => eventDate)).toEqual(['2026-07-02']);
  });

  it('compares what the law gave, where what is due is something else', () => {
    const [first, ...others] = lines;
    const due = { components: others, totalIdr: rupiah(totalIdr - first!.amountIdr) };
    const { calculation } = told(paidAnew({ ...due, computed: { components: lines, totalIdr } }));
    expect(calculation).toMatchObject({ totalIdr: due.totalIdr, agrees: true });
    expect(told(paidAnew(due)).calculation).toMatchObject({ agrees: false });
    // Each beside its own component, also where one is cut to nothing.
    expect(calculation?.components.map(({ arithmetic }) => arithmetic)).toEqual(
      health.arithmetic.slice(1).map(({ arithmetic }) => arithmetic),
    );
  });

  it('says that it differs where only components, or only the rule set, do', () => {
    const [first, second, ...others] = lines;
    const shifted = [
      { ...first!, amountIdr: rupiah(first!.amountIdr + 1) },
      { ...second!, amountIdr: rupiah(second!.amountIdr - 1) },
      ...others,
    ];
    expect(told(paid(calculated({ health, components: shifted }))).calculation?.agrees).toBe(false);
    expect(told(paid(calculated({ health, ruleSetVersion: 'any' }))).calculation?.agrees).toBe(false);
  });

  it('explains nothing where a deduction alone is given back, or no calculator takes what was asked, and tells the rest', () => {
    const nothing = { inputs: {}, arithmetic: [] };
    expect(told(paidAnew({ health: nothing })).calculation).toMatchObject({
      totalIdr,
      inputs: null,
      agrees: null,
      explanation: null,
    });
    const impossible = { ...health, inputs: { ...inputs, deathDate: '2026-02-30' } };
    expect(told(paid(calculated({ health: impossible }))).calculation).toMatchObject({
      totalIdr,
      inputs: impossible.inputs,
      agrees: null,
      explanation: null,
    });
  });

  it('still tells what stands in the open once the key was destroyed', () => {
    const { calculation, steps } = told(paid(calculated({ health: ERASED })));
    expect(calculation).toMatchObject({ totalIdr, inputs: null, explanation: null });
    expect(steps).toHaveLength(5);
  });

  it('of a payment that others are paid in place of rests on the same decision, and on who redirected it', () => {
    const before = paid(calculated());
    const redirected = before.and(
      on(
        `payout-${PAYOUT}`,
        event('PayoutRedirected', {
          payoutId: PAYOUT,
          participantId: PARTICIPANT,
          source: { kind: 'CLAIM', id: CLAIM, eventId: [...before.rows.payments.values()][0]!.decisionId },
          componentCodes: [lines[0]!.code],
          shares: [],
          redirectorId: 'sari',
          effectiveOn: DAY,
          person: { accounts: [] },
        }),
      ),
    );
    const after = redirected.and(on(`payout-${OTHER}`, ordered(OTHER, redirected.events.at(-1)!.id)));
    const { decision, calculation, steps } = told(after, OTHER);
    expect([decision?.type, calculation?.totalIdr]).toEqual(['PayoutRedirected', totalIdr]);
    expect(steps.map(({ type }) => type).slice(2, 4)).toEqual(['ClaimApproved', 'PayoutRedirected']);
  });

  it('of what a delay owes rests on the days that it came late', () => {
    const late = paid(calculated()).and(
      on(
        `payout-${PAYOUT}`,
        event('LateCompensationFound', {
          payoutId: PAYOUT,
          participantId: PARTICIPANT,
          payBy: DAY,
          settledOn: DAY,
          stoppedDays: 0,
          daysLate: 3,
          benefitDueIdr: rupiah(1_000_000),
          amountIdr: rupiah(30_000),
          law: 'PP 44/2015',
          article: 'Art. 26',
          ruleSetVersion,
          effectiveOn: DAY,
        }),
        event('LateCompensationApproved', {
          payoutId: PAYOUT,
          participantId: PARTICIPANT,
          payee: 'HEIR',
          componentCodes: ['JKM_LATE_COMPENSATION'],
          amountIdr: rupiah(30_000),
          approverId: 'sari',
          effectiveOn: DAY,
          person: { account: ACCOUNT },
        }),
      ),
    );
    const approval = late.events.at(-1)!;
    const after = late.and(
      on(`payout-${OTHER}`, ordered(OTHER, approval.id, { kind: 'LATENESS', id: PAYOUT })),
    );
    expect(told(after, OTHER).calculation).toMatchObject({
      totalIdr: 30_000,
      components: [
        { law: 'PP 44/2015', article: 'Art. 26', arithmetic: '1% × 3 × 1000000 = 30000', isPaidHere: true },
      ],
    });
  });

  it('says of what it is a part, where heirs share a benefit', () => {
    const all = paid(calculated());
    expect(told(all).partOfIdr).toBeNull();
    const payment = [...all.rows.payments.values()][0]!;
    const decision = [...all.rows.decisions.values()][0];
    const half = { ...payment, amountIdr: rupiah(lines[0]!.amountIdr / 2) };
    const explanation = explained(half, decision, { health: true });
    expect(explanation.partOfIdr).toBe(lines[0]!.amountIdr);
    const page = asHtml(printedExplanation(explanation, 'en'), 'en');
    expect(page).toContain('the rest is paid apart');
    const less = [{ code: lines[0]!.code, calculatedIdr: lines[0]!.amountIdr, approvedIdr: half.amountIdr }];
    expect(explained(half, decision && { ...decision, less }, { health: true }).partOfIdr).toBeNull();
  });

  it('says in a document of the past that it is one', () => {
    const view = { position: 2331n, recordedAt: instant('2026-11-11T03:47:00Z'), effectiveOn: DAY };
    const page = asHtml(printedExplanation(told(paid(calculated())), 'en', view), 'en');
    expect(page).toContain('As it was known at position 2331 of the log');
    expect(page).toContain('What is personal stays sealed');
  });

  it.each(['id', 'en'] as const satisfies readonly PrintedIn[])(
    'is a page and a document, the same each time (%s)',
    (language) => {
      const document = printedExplanation(told(paid(calculated())), language);
      const page = asHtml(document, language);
      for (const said of [PAYOUT, lines[0]!.article, `claim-${CLAIM}@1`, 'totalPaidMonths', PAPER])
        expect(page).toContain(said);
      expect(page).not.toContain(ACCOUNT.number);
      expect(asPdf(document, language).equals(asPdf(document, language))).toBe(true);
    },
  );
});
