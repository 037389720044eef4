import { describe, expect, it } from '@jest/globals';
import { type AuthorityLevel, type Role, fold, instant, localDate, proposalIdOf } from '#kernel';
import { decisionSpec, logOf, testContext } from '#testing/decisions';
import {
  amended,
  extended,
  ofYear,
  putForwardBy as proposal,
  registered,
  signed,
} from './facility.examples.js';
import type { FacilityEvent } from './facility.events.js';
import { type FacilityState, facilities } from './facility.js';
import { lapsePlkkProposal } from './lapse-proposal.js';
import { plkkOn } from './plkk-facts.js';
import { plkkProposalSteps } from './proposal-steps.js';
import { refusePlkkProposal, signPlkkProposal } from './sign-plkk-proposal.js';

const given = decisionSpec(facilities);
const day = localDate;
/** A registrar has signed first, on 20 November 2026. */
const { actor: first, office } = { ...testContext(), ...testContext().actor };
const of = { facilityId: 'facility-1', proposalId: proposalIdOf(testContext()) };

const as = (
  id: string,
  { roles = ['supervisor'] as readonly Role[], at = '2026-11-21T03:00:00Z', ...more }: Second = {},
) => testContext({ issuedAt: instant(at), actor: { id, roles, office, ...more } });

interface Second {
  readonly roles?: readonly Role[];
  readonly office?: string;
  readonly authority?: AuthorityLevel;
  readonly at?: string;
}

const second = as('second');
const signatures = { proposalId: of.proposalId, proposerId: first.id, signerId: 'second' };

const withSignatures = (event: FacilityEvent, changes: object = {}): FacilityEvent =>
  ({ ...event, data: { ...event.data, ...signatures, ...changes } }) as FacilityEvent;

const addendum = proposal(
  { kind: 'EXTENSION', validUntil: day('2027-03-31') },
  { reference: 'ADD/004/2026' },
);
const moreBeds = proposal(
  { kind: 'AMENDMENT', from: day('2026-07-01'), terms: { beds: 9 } },
  { reference: 'ADD/005/2026' },
);

describe('An agreement with a PLKK that one person has signed', () => {
  it('makes nobody a PLKK before a second person has signed, and from its first day on then', async () => {
    const waiting = [registered(), proposal(ofYear())];
    const on = (history: readonly FacilityEvent[]) =>
      plkkOn(logOf({ 'facility-facility-1': history }), 'facility-1', day('2026-06-01'));
    expect((await on(waiting)).agreement).toBeUndefined();
    given(waiting)
      .when((state) => signPlkkProposal(of, state, second))
      .thenRecorded([withSignatures(signed())]);
    expect((await on([...waiting, withSignatures(signed())])).agreement).toMatchObject({
      agreementId: 'agreement-1',
    });
  });

  it.each([
    [
      'another last day',
      addendum,
      withSignatures(extended('2027-03-31'), { effectiveOn: day('2026-11-21') }),
    ],
    ['other terms', moreBeds, withSignatures(amended('2026-07-01', { beds: 9 }))],
  ])('gets %s once two have signed the addendum', (_what, waiting, recorded) => {
    given([registered(), signed(), waiting])
      .when((state) => signPlkkProposal(of, state, second))
      .thenRecorded([recorded]);
  });

  it.each([
    ['whoever signed first', as(first.id), 'SIGNED_BY_YOU'],
    ['a registrar', as('second', { roles: ['registrar'] }), 'BEYOND_AUTHORITY'],
    ['a supervisor of another office', as('second', { office: 'Lain' }), 'PROPOSAL_OF_ANOTHER_OFFICE'],
  ])('is not signed by %s', (_who, context, code) => {
    given([registered(), proposal(ofYear())])
      .when((state) => signPlkkProposal(of, state, context))
      .thenRejected(code);
  });

  it('is signed by a regional head of another office', () => {
    given([registered(), proposal(ofYear())])
      .when((state) => signPlkkProposal(of, state, as('second', { office: 'Lain', authority: 4 })))
      .thenRecorded([withSignatures(signed())]);
  });

  it('is signed once', () => {
    given([registered(), proposal(ofYear()), withSignatures(signed())])
      .when((state) => signPlkkProposal(of, state, second))
      .thenRejected('PROPOSAL_NOT_FOUND');
  });

  it.each([
    [
      'for days that another agreement has got meanwhile',
      proposal(ofYear(), { agreementId: 'agreement-2' }),
      'AGREEMENTS_OVERLAP',
    ],
    ['that prolongs what was prolonged further meanwhile', addendum, 'ADDENDUM_DOES_NOT_EXTEND'],
  ])('is not signed %s, and can be refused', (_what, waiting, code) => {
    const history = [registered(), waiting, signed(), extended('2027-06-30')];
    given(history)
      .when((state) => signPlkkProposal(of, state, second))
      .thenRejected(code);
    given(history)
      .when((state) => refusePlkkProposal({ ...of, reason: 'OVERTAKEN' }, state, second))
      .thenRecorded([refused('second', 'OVERTAKEN', waiting.data.agreementId)]);
  });

  const refused = (deciderId: string, reason: 'NOT_AGREED' | 'OVERTAKEN', agreementId = 'agreement-1') =>
    ({
      type: 'PlkkProposalRefused',
      data: { ...of, agreementId, deciderId, reason, effectiveOn: day('2026-11-21') },
    }) as const satisfies FacilityEvent;

  it('is taken back by whoever put it forward, or refused by a supervisor who could sign it; by nobody else', () => {
    const refuse = (context: ReturnType<typeof testContext>) =>
      given([registered(), proposal(ofYear())]).when((state) =>
        refusePlkkProposal({ ...of, reason: 'NOT_AGREED' }, state, context),
      );
    const at = '2026-11-21T03:00:00Z';
    refuse(as(first.id, { roles: ['registrar'], at })).thenRecorded([refused(first.id, 'NOT_AGREED')]);
    refuse(second).thenRecorded([refused('second', 'NOT_AGREED')]);
    refuse(as('third', { roles: ['registrar'] })).thenRejected('PROPOSAL_OF_ANOTHER');
    refuse(as('third', { office: 'Lain' })).thenRejected('PROPOSAL_OF_ANOTHER_OFFICE');
  });

  it('lapses after thirty days in which nobody signed it, once, and may be put forward again', () => {
    const waiting = [registered(), proposal(ofYear())];
    const night = (on: string) => (state: FacilityState) =>
      lapsePlkkProposal(of, state, testContext({ today: day(on) }));
    given(waiting).when(night('2026-12-20')).thenNothing();
    const lapsed = {
      type: 'PlkkProposalLapsed',
      data: { ...of, agreementId: 'agreement-1', effectiveOn: day('2026-12-21') },
    } as const satisfies FacilityEvent;
    given(waiting).when(night('2026-12-21')).thenRecorded([lapsed]);
    given([...waiting, lapsed])
      .when(night('2026-12-22'))
      .thenNothing();
    given([...waiting, lapsed])
      .when((state) => signPlkkProposal(of, state, second))
      .thenRejected('PROPOSAL_NOT_FOUND');
    expect(fold(facilities, [...waiting, lapsed])).toEqual(fold(facilities, [registered()]));
    expect(fold(facilities, [...waiting, lapsed, proposal(ofYear())]).situation).toBe('REGISTERED');
  });

  it('waits for a supervisor other than whoever signed first, for fourteen days', () => {
    const { ofEach } = plkkProposalSteps;
    const after = (...events: readonly FacilityEvent[]) =>
      events.reduce((state, event) => ofEach!.evolve(state, event as never), ofEach!.initial)[of.proposalId];
    expect(after(proposal(ofYear()))).toEqual({
      office,
      expected: {
        step: 'SIGN_PROPOSAL',
        turn: 'SUPERVISOR',
        since: '2026-11-20',
        dueDays: ['2026-12-04'],
        lapsesAfter: '2026-12-20',
        notBy: [first.id],
      },
    });
    expect(after(proposal(ofYear()), withSignatures(signed()))).toEqual({ office });
    expect(after(proposal(ofYear()), refused('second', 'NOT_AGREED'))).toEqual({ office });
    expect(plkkProposalSteps.concerns(signed().data as never)).toBe(false);
  });
});
