import { describe, expect, it } from '@jest/globals';
import { type AuthorityLevel, fold, rupiah } from '#kernel';
import { TEST_ACTOR, decisionSpec, testContext } from '#testing/decisions';
import { approveClaim } from './approve-claim.js';
import { by, proposed } from './claim-by-people.examples.js';
import {
  CLAIM,
  COMPLETED,
  JKK_SUBMITTED,
  calculatedBy,
  invoice,
  jkkFacts,
  lapsedFacts,
  receivedLater,
} from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { type ClaimState, claims, knownClaim } from './claim.js';
import { denyClaim } from './deny-claim.js';
import { neededFor, ofTheWholeEvent } from './policies/authority.policies.js';
import type { Basis } from './programme.js';
import { whoDecides } from './who-decides.js';

const given = decisionSpec(claims);
const of = (authority: AuthorityLevel | undefined, id = 'supervisor') =>
  testContext({ actor: { ...TEST_ACTOR, id, roles: ['supervisor'], authority } });
const adjudicator = testContext({ actor: { ...TEST_ACTOR, id: 'second', roles: ['adjudicator'] } });

/** Cash of a few million, and care for so many million rupiah. */
const careFor = (millions: number) => jkkFacts({ care: [invoice(millions * 1_000_000)] });
const calculatedFor = (basis: Basis) => [JKK_SUBMITTED, COMPLETED, calculatedBy(basis)];
const approve = (basis: Basis, context: ReturnType<typeof of>) => (state: ClaimState) =>
  approveClaim({ claimId: CLAIM }, state, context, basis);
const endorsedBy = (endorserId: string, totalIdr: number): ClaimEvent => ({
  type: 'ApprovalEndorsed',
  data: { ...by, endorserId, totalIdr: rupiah(totalIdr), level: 5 },
});

describe('how much somebody approves', () => {
  it('is nothing without the role of a supervisor', () => {
    const facts = careFor(1);
    const refusal = given(calculatedFor(facts))
      .when(approve(facts, adjudicator))
      .thenRejected('BEYOND_AUTHORITY');
    expect(refusal.details.facts).toMatchObject({ level: 2, persons: 1, rule: 'within-their-authority' });
  });

  it.each([
    [50, undefined],
    [51, 3],
    [250, 3],
    [251, 4],
    [1000, 4],
  ] as const)('follows from the level in the token: %i million of care takes %s', (millions, level) => {
    const facts = careFor(millions);
    const events = calculatedFor(facts);
    const [approved] = approve(facts, of(level))(fold(claims, events));
    const upToIdr = (millions <= 50 ? 100 : millions <= 250 ? 250 : 1000) * 1_000_000;
    expect(approved?.data).toMatchObject({ authority: { level: level ?? 2, upToIdr } });
    if (level === undefined) return;
    const below = level === 3 ? undefined : ((level - 1) as AuthorityLevel);
    given(events)
      .when(approve(facts, of(below)))
      .thenRejected('BEYOND_AUTHORITY');
  });

  it('counts what JKM paid for the same death: nothing is gained by splitting', () => {
    const levelAfter = (paidAsJkm: number) => {
      const death = jkkFacts({ outcome: 'DEATH', injuries: [] }, {}, { paidAsJkm: rupiah(paidAsJkm) });
      const difference = { components: [], totalIdr: rupiah(76_000_000) };
      return neededFor(ofTheWholeEvent(difference, {}, death), testContext().today).level;
    };
    expect([0, 24_000_000, 24_000_001].map(levelAfter)).toEqual([2, 2, 3]);
  });

  it.each([
    ['40 million, where 10 were approved beside it, as it was', 40, 10_000_000, 2],
    ['40 million, where a rupiah more was approved beside it, from the next level on', 40, 10_000_001, 3],
    ['nothing, whatever was approved beside it: it decides on no care', 0, 900_000_000, 2],
  ])(
    'of care counts invoices of the same accident that were paid apart: %s',
    (_what, millions, beside, level) => {
      const care = millions > 0 ? [invoice(millions * 1_000_000)] : [];
      const facts = jkkFacts({ care, reimbursements: [], approvedApartIdr: rupiah(beside) });
      const { components } = calculatedBy(facts).data;
      const decided = ofTheWholeEvent({ components, totalIdr: rupiah(50_000_000) }, {}, facts);
      expect(neededFor(decided, testContext().today).level).toBe(level);
    },
  );

  it('says what was weighed of each kind, with what the same event pays beside it', () => {
    const facts = jkkFacts({
      care: [invoice(30_000_000)],
      reimbursements: [],
      approvedApartIdr: rupiah(5_000_000),
    });
    const calculated = calculatedBy(facts);
    const events = [JKK_SUBMITTED, COMPLETED, calculated];
    const [approved] = approve(facts, of(3))(fold(claims, events));
    expect(approved?.data).toMatchObject({
      authority: {
        weighed: [
          { matter: 'CASH', amountIdr: calculated.data.totalIdr - 30_000_000 },
          { matter: 'CARE', amountIdr: 35_000_000 },
        ],
      },
    });
  });

  it('beyond a regional head takes two persons: the first endorses, and only another one approves', () => {
    const facts = careFor(1001);
    const events = calculatedFor(facts);
    const [first] = approve(facts, of(5, 'first'))(fold(claims, events));
    expect(first).toMatchObject({ type: 'ApprovalEndorsed', data: { endorserId: 'first', level: 5 } });
    const endorsed = [...events, ...(first ? [first] : [])];
    given(endorsed)
      .when(approve(facts, of(5, 'first')))
      .thenRejected('ENDORSED_BY_YOU');
    given(endorsed)
      .when(approve(facts, of(4, 'other')))
      .thenRejected('BEYOND_AUTHORITY');
    const [approved] = approve(facts, of(5, 'other'))(fold(claims, endorsed));
    expect(approved).toMatchObject({
      type: 'ClaimApproved',
      data: { approverId: 'other', authority: { level: 5, endorserIds: ['first'] } },
    });
  });

  it('is endorsed anew after something was handed in, calculated or objected', () => {
    const facts = careFor(1001);
    const events = [...calculatedFor(facts), endorsedBy('first', 1_010_550_000)];
    const later = [receivedLater([{ kind: 'POLICE_LETTER', reference: 'archive/letter' }])];
    for (const since of [later, [calculatedBy(facts)], [proposed('ALREADY_DECIDED')]]) {
      expect(knownClaim(fold(claims, [...events, ...since])).hands.endorsedBy).toEqual([]);
    }
  });
});

describe('who denies', () => {
  const deny = (context: ReturnType<typeof of>, basis: Basis) => (state: ClaimState) =>
    denyClaim({ claimId: CLAIM }, state, context, basis);

  it('what the law refuses is a supervisor', () => {
    const events = calculatedFor(lapsedFacts());
    given(events).when(deny(adjudicator, lapsedFacts())).thenRejected('BEYOND_AUTHORITY');
    const [denied] = deny(of(undefined), lapsedFacts())(fold(claims, events));
    expect(denied?.type).toBe('ClaimDenied');
  });

  it.each([
    ['a false statement', 'FALSE_STATEMENT', 'D-19'],
    ['what an authority has determined', 'DETERMINATION_BINDS', 'D-20'],
  ] as const)('for %s is a head of branch', (_what, reason, rule) => {
    const events = [JKK_SUBMITTED, COMPLETED, proposed(reason)];
    given(events)
      .when(deny(of(2), jkkFacts()))
      .thenRejected('BEYOND_AUTHORITY');
    const [denied] = deny(of(3), jkkFacts())(fold(claims, events));
    expect(denied?.data).toMatchObject({ rule });
  });
});

it('Whoever decided on a claim, gave its account or has an interest in it is known by person', () => {
  const history: ClaimEvent[] = [
    JKK_SUBMITTED,
    COMPLETED,
    { type: 'InterestDeclared', data: { ...by, declarerId: 'cousin', interest: 'RELATIVE' } },
    endorsedBy('first', 3_000_000_000),
  ];
  expect(fold(whoDecides, history)).toEqual({
    claim: {
      office: 'Bekasi',
      participantId: JKK_SUBMITTED.data.participantId,
      eventDate: JKK_SUBMITTED.data.eventDate,
      accidentId: JKK_SUBMITTED.data.accidentId,
    },
    interestedIds: ['cousin'],
    deciderIds: ['first'],
    accountGiverIds: ['submitter'],
  });
});
