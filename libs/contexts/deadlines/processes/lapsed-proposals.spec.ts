import { describe, expect, it } from '@jest/globals';
import { localDate } from '#kernel';
import type { DeadlinePassed } from '../domain/deadline.events.js';
import { lapsedProposals } from './lapsed-proposals.js';

const [proposalId, within] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];

const passed = (changes: Partial<DeadlinePassed['data']>) =>
  lapsedProposals.on.DeadlinePassed?.({
    type: 'DeadlinePassed',
    id: 'e',
    recordedAt: '2026-12-21T01:00:00Z',
    data: {
      deadlineId: '00000000-0000-4000-8000-000000000003',
      subject: { kind: 'PLKK_PROPOSAL', id: proposalId },
      within,
      step: 'SIGN_PROPOSAL',
      turn: 'SUPERVISOR',
      since: localDate('2026-11-20'),
      dueOn: localDate('2026-12-20'),
      lapses: true,
      effectiveOn: localDate('2026-12-21'),
      ...changes,
    },
  } as never);

describe('A proposal that nobody signs', () => {
  it('lapses once its last day is over, of a facility or of a sponsor', () => {
    expect(passed({})).toEqual([
      { key: proposalId, command: 'LapsePlkkProposal', input: { facilityId: within, proposalId } },
    ]);
    expect(passed({ subject: { kind: 'SPONSOR_PROPOSAL', id: proposalId } })).toEqual([
      { key: proposalId, command: 'LapseSponsorProposal', input: { sponsorId: within, proposalId } },
    ]);
  });

  it('is only late before, and nothing else lapses', () => {
    expect(passed({ lapses: undefined })).toEqual([]);
    expect(passed({ subject: { kind: 'INVOICE', id: proposalId } })).toEqual([]);
    expect(passed({ within: undefined })).toEqual([]);
  });
});
