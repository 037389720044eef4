import { describe, expect, it } from '@jest/globals';
import { fold } from '#kernel';
import type { ScholarshipEvent } from './scholarship.events.js';
import { yearSteps } from './scholarship-steps.js';

const event = (type: ScholarshipEvent['type'], data: object) =>
  ({ type, data }) as unknown as ScholarshipEvent;
const granted = (claimId = 'claim-1') =>
  event('ScholarshipGranted', { participantId: 'p', claimId, eventDate: '2026-03-01' });
const shown = (year: number, submittedBy: string, effectiveOn: string) =>
  event('ScholarshipEvidenceSubmitted', { year, submittedBy, effectiveOn });
const approved = (year: number) => event('ScholarshipYearApproved', { year });
const denied = (year: number) => event('ScholarshipYearDenied', { year });
const expectedAfter = (...history: ScholarshipEvent[]) => fold(yearSteps, history).expected;

const both = [granted(), shown(2026, 'desk', '2026-08-01'), shown(2027, 'clerk', '2027-08-01')];

describe('The years of a scholarship of which something was shown', () => {
  it('are decided in the order in which they were shown, and none is forgotten for another', () => {
    expect(expectedAfter(...both)).toMatchObject({
      step: 'DECIDE_YEAR',
      since: '2026-08-01',
      notBy: ['desk'],
    });
    for (const decided of [approved(2026), denied(2026)]) {
      expect(expectedAfter(...both, decided)).toMatchObject({ since: '2027-08-01', notBy: ['clerk'] });
    }
    expect(expectedAfter(...both, approved(2027))).toMatchObject({ since: '2026-08-01' });
    expect(expectedAfter(...both, approved(2027), denied(2026))).toBeUndefined();
  });

  it('wait for nobody once the right is over, or follows from another claim', () => {
    expect(expectedAfter(...both, event('ScholarshipEnded', {}))).toBeUndefined();
    expect(expectedAfter(...both, granted('claim-2'))).toBeUndefined();
    expect(expectedAfter(...both, granted())).toMatchObject({ step: 'DECIDE_YEAR' });
  });
});
