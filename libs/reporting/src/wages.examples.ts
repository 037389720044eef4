import { randomUUID } from 'node:crypto';
import type { CloudEvent } from '#publishing';
import { told } from './reporting.examples.js';

/** An employer whose streams count their events from 0. @param from the first place of the log that its events stand at */
export function employerTold(from: number) {
  const employerId = randomUUID();
  let at = from;
  const revisions = new Map<string, number>();
  const next = (type: string, data: CloudEvent['data'], stream: string): CloudEvent => {
    const revision = revisions.get(stream) ?? 0;
    revisions.set(stream, revision + 1);
    at += 1;
    return told(`lindung.${type}`, data, { at, stream, revision });
  };
  const ofDues = (type: string, data: CloudEvent['data']) =>
    next(`dues.${type}`, { employerId, ...data }, `dues-${employerId}`);
  const listed = (reportIds: readonly string[]) => reportIds.map((reportId) => ({ reportId }));
  return {
    employerId,
    registered: () =>
      next(
        'employers.employer-registered.v1',
        { employerId, kind: 'COMPANY', district: '321605', branch: 'J03', registeredOn: '2026-01-02' },
        `employer-${employerId}`,
      ),
    /** Somebody begins to work there; the membership has the id of the person. */
    joined: (participantId: string, joinedOn: string) =>
      next(
        'participants.worker-joined.v1',
        { membershipId: participantId, participantId, employerId, joinedOn },
        `membership-${participantId}`,
      ),
    wage: (participantId: string, reportId: string, period: string, isTakenBack = false) =>
      next(
        'dues.wage-reported.v1',
        { membershipId: participantId, participantId, employerId, reportId, period, isTakenBack },
        `wages-${participantId}`,
      ),
    settled: (period: string, settledOn: string, reportIds: readonly string[], contributionIdr = 1_000) =>
      ofDues('month-settled.v1', { period, contributionIdr, reports: listed(reportIds), settledOn }),
    reopened: (period: string, reopenedOn: string, reportIds: readonly string[]) =>
      ofDues('month-reopened.v1', { period, reports: listed(reportIds), reopenedOn }),
  };
}
