import { describe, expect, it } from '@jest/globals';
import { addDays, fold, instant, localDate, proposalIdOf, putForward } from '#kernel';
import { decisionSpec, testContext } from '#testing/decisions';
import { AGREEMENT, VILLAGE, agreementSigned, villageRegistered } from './participant.examples.js';
import { lapseSponsorProposal } from './lapse-sponsor-proposal.js';
import { refuseSponsorProposal, signSponsorProposal } from './sign-sponsor-proposal.js';
import type { SponsorEvent, SponsorProposed } from './sponsor.events.js';
import { type SponsorState, agreementInForce, sponsors } from './sponsor.js';
import { sponsorProposalSteps } from './sponsor-proposal-steps.js';

const given = decisionSpec(sponsors);
const day = localDate;
const { actor: first } = testContext();
const of = { sponsorId: VILLAGE, proposalId: proposalIdOf(testContext()) };
const ids = { sponsorId: VILLAGE, agreementId: AGREEMENT };

const proposed = (what: SponsorProposed, reference: string): SponsorEvent => ({
  type: 'SponsorProposalMade',
  data: { ...ids, reference, proposed: what, ...putForward(testContext()) },
});

const promised = {
  governmentPaid: true,
  validFrom: day('2026-01-01'),
  validUntil: day('2026-12-31'),
};
const agreement = proposed({ kind: 'AGREEMENT', ...promised }, 'APBDes 1/2026');
const addendum = proposed({ kind: 'EXTENSION', validUntil: day('2027-06-30') }, 'Adendum 1');

const second = testContext({
  issuedAt: instant('2026-11-21T03:00:00Z'),
  actor: { ...first, id: 'second', roles: ['supervisor'] },
});
const signatures = { proposalId: of.proposalId, proposerId: first.id, signerId: 'second' };
const signed = { ...agreementSigned, data: { ...agreementSigned.data, ...signatures } } as SponsorEvent;

const inForce = (history: readonly SponsorEvent[]) => () =>
  agreementInForce(fold(sponsors, history), AGREEMENT, day('2026-06-01'));

describe('An agreement with a sponsor that one person has signed', () => {
  it('carries nobody before a second person has signed', () => {
    const waiting = [villageRegistered, agreement];
    expect(inForce(waiting)).toThrow(expect.objectContaining({ code: 'AGREEMENT_UNSIGNED' }));
    given(waiting)
      .when((state) => signSponsorProposal(of, state, second))
      .thenRecorded([signed]);
    expect(inForce([...waiting, signed])()).toMatchObject({ agreementId: AGREEMENT });
  });

  it('that was recorded by one, in earlier releases, carries people as it did', () => {
    expect(inForce([villageRegistered, agreementSigned])()).toMatchObject({ agreementId: AGREEMENT });
  });

  it('goes on for longer once two have signed the addendum', () => {
    given([villageRegistered, agreementSigned, addendum])
      .when((state) => signSponsorProposal(of, state, second))
      .thenRecorded([
        {
          type: 'SponsorAgreementExtended',
          data: {
            ...ids,
            reference: 'Adendum 1',
            validUntil: day('2027-06-30'),
            ...signatures,
            effectiveOn: day('2026-11-21'),
          },
        },
      ]);
  });

  it('is not signed twice by one person, nor by whoever may not', () => {
    const signedBy = (actor: typeof first) =>
      given([villageRegistered, agreement]).when((state) =>
        signSponsorProposal(of, state, testContext({ actor })),
      );
    signedBy({ ...first, roles: ['supervisor'] }).thenRejected('SIGNED_BY_YOU');
    signedBy({ ...first, id: 'second', roles: ['registrar'] }).thenRejected('BEYOND_AUTHORITY');
    signedBy({ id: 'second', roles: ['supervisor'], office: 'Lain' }).thenRejected(
      'PROPOSAL_OF_ANOTHER_OFFICE',
    );
  });

  it('is taken back by whoever put it forward; then nothing waits any more', () => {
    const mine = testContext();
    const { proposalId } = of;
    const takenBack: SponsorEvent = {
      type: 'SponsorProposalRefused',
      data: {
        ...ids,
        proposalId,
        deciderId: first.id,
        reason: 'PROPOSED_BY_MISTAKE',
        effectiveOn: mine.today,
      },
    };
    given([villageRegistered, agreement])
      .when((state) => refuseSponsorProposal({ ...of, reason: 'PROPOSED_BY_MISTAKE' }, state, mine))
      .thenRecorded([takenBack]);
    given([villageRegistered, agreement, takenBack])
      .when((state) => signSponsorProposal(of, state, second))
      .thenRejected('PROPOSAL_NOT_FOUND');
    expect(fold(sponsors, [villageRegistered, agreement, takenBack])).toEqual(
      fold(sponsors, [villageRegistered]),
    );
    const steps = [agreement, takenBack].reduce(
      (state, event) => sponsorProposalSteps.ofEach!.evolve(state, event as never),
      sponsorProposalSteps.ofEach!.initial,
    );
    expect(steps[proposalId]?.expected).toBeUndefined();
  });

  it('lapses after thirty days in which nobody signed it, once', () => {
    const waiting = [villageRegistered, agreement];
    const night = (days: number) => (state: SponsorState) =>
      lapseSponsorProposal(of, state, testContext({ today: addDays(agreement.data.effectiveOn, days) }));
    given(waiting).when(night(30)).thenNothing();
    const [lapsed] = night(31)(fold(sponsors, waiting));
    expect(lapsed).toMatchObject({ type: 'SponsorProposalLapsed', data: ids });
    given([...waiting, lapsed!])
      .when(night(32))
      .thenNothing();
    expect(fold(sponsors, [...waiting, lapsed!])).toEqual(fold(sponsors, [villageRegistered]));
  });
});
