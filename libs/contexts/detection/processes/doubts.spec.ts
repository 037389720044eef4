import { describe, expect, it } from '@jest/globals';
import { type Caused, type EventOf, instant, localDate } from '#kernel';
import type { FindingEvent, FindingOpened } from '../domain/finding.events.js';
import { findingOpened } from '../domain/finding.examples.js';
import { doubts } from './doubts.js';

const FINDING = findingOpened.data.findingId;
const CLAIMS = ['6d1b6d0e-0c4b-4f0e-9a53-3f1f5d0a9b11', '6d1b6d0e-0c4b-4f0e-9a53-3f1f5d0a9b12'];
const caused = <Event extends FindingEvent>(event: Event) =>
  ({ ...event, id: 'event', recordedAt: instant('2026-11-20T03:00:00Z') }) as Caused<Event>;

const openedBy = (
  rule: FindingOpened['data']['rule'],
  lookId: string | undefined = 'look',
  matterId?: string,
) =>
  doubts.on.FindingOpened?.(
    caused({
      type: 'FindingOpened',
      data: {
        ...findingOpened.data,
        rule,
        lookId,
        ...(matterId !== undefined && { matterId }),
        subjects: [{ kind: 'PERSON', id: 'person' }, ...CLAIMS.map((id) => ({ kind: 'CLAIM', id }) as const)],
      },
    }),
  );

const raised = CLAIMS.map((claimId) => ({
  key: claimId,
  command: 'RaiseDoubt',
  input: { claimId, findingId: FINDING },
}));

describe('What was found of claims', () => {
  it('puts each of them before a person, where its rule says so', () => {
    expect(openedBy('FD-06')).toEqual(raised);
    expect(openedBy('FD-12')).toEqual([]);
  });

  it('tells of which matter it is, where cases belong together', () => {
    const matterId = 'a matter';
    const input = (claimId: string) => ({ input: { claimId, findingId: FINDING, matterId } });
    expect(openedBy('FD-06', 'look', matterId)).toMatchObject(CLAIMS.map(input));
    const extended = {
      type: 'FindingExtended',
      data: { findingId: FINDING, claimIds: CLAIMS, matterId, effectiveOn: localDate('2026-11-21') },
    } as const;
    expect(doubts.on.FindingExtended?.(caused(extended))).toMatchObject(CLAIMS.map(input));
  });

  it('puts those before a person that it concerns since, and of an earlier release those that the next look names', () => {
    expect(doubts.on.FindingOpened?.(caused(findingOpened))).toEqual([]);
    const extended = {
      type: 'FindingExtended',
      data: { findingId: FINDING, claimIds: CLAIMS, effectiveOn: localDate('2026-11-21') },
    } as const;
    expect(doubts.on.FindingExtended?.(caused(extended))).toEqual(raised);
  });

  it('lets them go on where there was nothing to it', () => {
    const explained: EventOf<FindingEvent, 'FindingExplained'> = {
      type: 'FindingExplained',
      data: {
        findingId: FINDING,
        closerId: 'auditor-1',
        because: 'ONE_FAMILY',
        reference: 'BA-1',
        claimIds: CLAIMS,
        effectiveOn: localDate('2026-11-21'),
      },
    };
    expect(doubts.on.FindingExplained?.(caused(explained))).toEqual(
      CLAIMS.map((claimId) => ({
        key: claimId,
        command: 'EndDoubt',
        input: { claimId, findingId: FINDING, settlerId: 'auditor-1' },
      })),
    );
  });
});
