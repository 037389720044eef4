import { describe, expect, it } from '@jest/globals';
import { fold } from '#kernel';
import type { ScholarshipEvent } from './scholarship.events.js';
import { evidenceSteps, yearSteps } from './scholarship-steps.js';

const event = (type: ScholarshipEvent['type'], data: object) =>
  ({ type, data }) as unknown as ScholarshipEvent;
const granted = (claimId = 'claim-1') =>
  event('ScholarshipGranted', { participantId: 'p', claimId, eventDate: '2026-03-01' });
const shown = (year: number, submittedBy: string, effectiveOn: string) =>
  event('ScholarshipEvidenceSubmitted', { year, submittedBy, effectiveOn });
const approved = (year: number) => event('ScholarshipYearApproved', { year });
const denied = (year: number) => event('ScholarshipYearDenied', { year });
const over = (reason: string, effectiveOn: string) => event('ScholarshipEnded', { reason, effectiveOn });
const goesOn = event('ScholarshipResumed', { effectiveOn: '2027-10-01' });
const expectedAfter = (...history: ScholarshipEvent[]) => fold(yearSteps, history).expected;

const both = [granted(), shown(2026, 'desk', '2026-08-01'), shown(2027, 'clerk', '2027-08-01')];

describe('The years of a scholarship of which something was shown', () => {
  it('are decided in the order in which they were shown, and none is forgotten for another', () => {
    expect(expectedAfter(...both)).toMatchObject({ step: 'DECIDE_YEAR', since: '2026-08-01' });
    for (const decided of [approved(2026), denied(2026)]) {
      expect(expectedAfter(...both, decided)).toMatchObject({ since: '2027-08-01', notBy: ['clerk'] });
    }
    expect(expectedAfter(...both, approved(2027))).toMatchObject({ since: '2026-08-01' });
    expect(expectedAfter(...both, approved(2027), denied(2026))).toBeUndefined();
  });

  it('are decided by whoever did not hand in every one of them', () => {
    expect(expectedAfter(...both)).not.toHaveProperty('notBy');
    expect(expectedAfter(...both.slice(0, 2))).toMatchObject({ notBy: ['desk'] });
    const ofOne = [...both.slice(0, 2), shown(2027, 'desk', '2027-08-01')];
    expect(expectedAfter(...ofOne)).toMatchObject({ notBy: ['desk'] });
  });

  it('wait for nobody once the right is over, or follows from another claim', () => {
    expect(expectedAfter(...both, over('EVENT_REVOKED', '2027-09-01'))).toBeUndefined();
    expect(expectedAfter(...both, granted('claim-2'))).toBeUndefined();
    expect(expectedAfter(...both, granted())).toMatchObject({ step: 'DECIDE_YEAR' });
  });

  it('are decided up to the end of the right, and the others should it go on', () => {
    const ended = [...both, over('MARRIED', '2026-12-01')];
    expect(expectedAfter(...ended)).toMatchObject({ since: '2026-08-01' });
    expect(expectedAfter(...ended, approved(2026))).toBeUndefined();
    expect(expectedAfter(...ended, approved(2026), goesOn)).toMatchObject({ since: '2027-08-01' });
  });
});

describe('The evidence of a scholarship', () => {
  const askedAfter = (...history: ScholarshipEvent[]) => fold(evidenceSteps, history).expected;

  it('is asked for no more once the right is over, and for the year that is missing when it goes on', () => {
    const ended = [granted(), shown(2026, 'desk', '2026-08-01'), over('MARRIED', '2026-12-01')];
    expect(askedAfter(...ended)).toBeUndefined();
    expect(askedAfter(...ended, goesOn)).toMatchObject({ since: '2027-10-01', dueDays: ['2027-12-31'] });
    const shownSince = [granted(), over('MARRIED', '2026-12-01'), shown(2026, 'desk', '2027-01-05')];
    expect(askedAfter(...shownSince)).toBeUndefined();
    expect(askedAfter(...shownSince, goesOn)).toMatchObject({ dueDays: ['2027-12-31'] });
  });
});
