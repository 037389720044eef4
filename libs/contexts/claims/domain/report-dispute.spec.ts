import { describe, expect, it } from '@jest/globals';
import { fold, localDate } from '#kernel';
import { decisionSpec } from '#testing/decisions';
import { APPROVED, OF_HEIRS, afterwards, as } from './after-decision.examples.js';
import { type ClaimAfterDecision, claimsAfterDecision } from './claim-after-decision.js';
import { CLAIM, PARTICIPANT } from './claim.examples.js';
import { disputesOfHeirs } from './days-in-dispute.js';
import { endDispute } from './end-dispute.js';
import { heirsInDispute } from './heirs-in-dispute.js';
import { reportDispute } from './report-dispute.js';

const given = decisionSpec(claimsAfterDecision);
const claim = { claimId: CLAIM };

describe('A dispute among heirs about what was approved', () => {
  const report = (state: ClaimAfterDecision) =>
    reportDispute(
      { ...claim, words: 'A son says that he was left out', evidence: 'map 9' },
      state,
      as('desk'),
    );
  const end =
    (
      how: 'AGREED' | 'LAPSED',
      day: string,
      outcome: 'AS_APPROVED' | 'OTHERWISE' = 'AS_APPROVED',
      said = true,
    ) =>
    (state: ClaimAfterDecision) =>
      endDispute(
        { ...claim, how, outcome, ...(said && { words: 'They share', evidence: 'map 10' }) },
        state,
        as('desk', day),
      );

  it('is recorded of a claim that pays heirs, with the time that they have', () => {
    expect(afterwards(OF_HEIRS, report).at(-1)).toMatchObject({
      type: 'DisputeReported',
      data: { until: '2027-12-01' },
    });
    given(afterwards(OF_HEIRS, report)).when(report).thenRejected('DISPUTE_IS_OPEN');
    given(APPROVED).when(report).thenRejected('NO_HEIRS_PAID');
  });

  it('ends by what they show, or by itself once its time is over; then what was approved is paid', () => {
    const open = afterwards(OF_HEIRS, report);
    given(open)
      .when(end('AGREED', '2026-12-02', 'AS_APPROVED', false))
      .thenRejected('DISPUTE_END_NOT_SHOWN');
    given(open).when(end('LAPSED', '2027-12-01')).thenRejected('DISPUTE_NOT_LAPSED');
    given(open)
      .when(end('LAPSED', '2027-12-02', 'OTHERWISE'))
      .thenRejected('LAPSED_PAYS_AS_APPROVED');
    for (const over of [end('AGREED', '2026-12-02'), end('LAPSED', '2027-12-02')]) {
      given(afterwards(open, over)).when(over).thenRejected('NO_DISPUTE');
    }
  });

  it('stops the clock of what is owed for a delay as long as it is open', () => {
    const twice = [end('AGREED', '2026-12-07'), report].reduce(afterwards, afterwards(OF_HEIRS, report));
    expect(fold(disputesOfHeirs, twice).times).toEqual([
      { from: localDate('2026-12-01'), to: localDate('2026-12-07') },
      { from: localDate('2026-12-01') },
    ]);
  });

  it('that ends otherwise owes nothing for a delay until it is recorded who inherits: nobody may be paid before', () => {
    const otherwise = afterwards(afterwards(OF_HEIRS, report), end('AGREED', '2026-12-02', 'OTHERWISE'));
    expect(fold(disputesOfHeirs, otherwise).times).toEqual([{ from: '2026-12-01' }]);
  });

  it('that ends otherwise leaves open who is paid, until it is recorded who inherits', () => {
    const open = afterwards(OF_HEIRS, report);
    const known = { participantId: PARTICIPANT, claimedByHeir: true, isApproved: true };
    expect(fold(heirsInDispute, open)).toEqual({ ...known, until: '2027-12-01' });
    expect(fold(heirsInDispute, afterwards(open, end('AGREED', '2026-12-02')))).toEqual(known);
    const otherwise = afterwards(open, end('AGREED', '2026-12-02', 'OTHERWISE'));
    expect(fold(heirsInDispute, otherwise)).toEqual({ ...known, areOpen: true });
  });
});
