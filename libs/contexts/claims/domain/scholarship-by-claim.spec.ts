import { describe, expect, it } from '@jest/globals';
import { type EventOf, fold, localDate, rupiah } from '#kernel';
import { ACCOUNT, CHILD, JKK_SUBMITTED, JKM_SUBMITTED } from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import type { Claimant } from './handed-in.events.js';
import { givenFor, scholarshipsByClaim } from './scholarship-by-claim.js';

const { claimId, participantId } = JKK_SUBMITTED.data;
const of = { claimId, participantId, effectiveOn: localDate('2026-11-22') };
const person = { claimantName: 'Sari Contoh', account: ACCOUNT, references: [] };

const takenOver = (claimant: Claimant): ClaimEvent => ({
  type: 'ClaimTakenOver',
  data: { ...of, takerId: 'desk', claimant, person },
});

const approval: Omit<EventOf<ClaimEvent, 'ClaimApproved'>['data'], 'entitledChildren'> = {
  ...of,
  programme: 'JKK',
  eventDate: localDate('2026-10-20'),
  approverId: 'sita',
  totalIdr: rupiah(0),
  payments: [],
  payBy: localDate('2026-12-01'),
  person: { account: ACCOUNT },
};
const approved = (entitledChildren = [CHILD]): ClaimEvent => ({
  type: 'ClaimApproved',
  data: { ...approval, entitledChildren },
});
const difference = (entitledChildren = [CHILD], noLongerEntitledIds: string[] = []): ClaimEvent => ({
  type: 'DifferenceApproved',
  data: { ...approval, differenceIdr: rupiah(0), entitledChildren, noLongerEntitledIds },
});

const after = (...history: ClaimEvent[]) => givenFor(fold(scholarshipsByClaim, history), CHILD.childId);

describe('What gave a child its scholarship was approved', () => {
  it('for heirs, also once the participant claims, who lives after all', () => {
    const forHeirs = [JKK_SUBMITTED, takenOver('HEIR'), approved()];
    expect(after(...forHeirs)).toBe('HEIR');
    expect(after(...forHeirs, takenOver('PARTICIPANT'))).toBe('HEIR');
    expect(after(...forHeirs, takenOver('PARTICIPANT'), difference([], [CHILD.childId]))).toBe('HEIR');
  });

  it('for the participant, once what is found of them gives it as well', () => {
    const lives = [JKK_SUBMITTED, takenOver('HEIR'), approved(), takenOver('PARTICIPANT')];
    expect(after(...lives, difference([]))).toBe('PARTICIPANT');
    expect(after(...lives, difference([], [CHILD.childId]), difference())).toBe('PARTICIPANT');
  });

  it('for the participant, also where heirs claim after them: the disability and the death are one loss', () => {
    const died = [JKK_SUBMITTED, approved(), takenOver('HEIR')];
    expect(after(...died, difference([]))).toBe('PARTICIPANT');
    expect(after(...died, difference([], [CHILD.childId]), difference())).toBe('HEIR');
  });

  it('for heirs, of a child that was named later, where anything was', () => {
    expect(after(JKM_SUBMITTED, approved([]))).toBe('HEIR');
    expect(after(JKK_SUBMITTED, approved([]))).toBe('PARTICIPANT');
  });
});
