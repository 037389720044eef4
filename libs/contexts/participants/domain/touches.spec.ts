import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, localDate } from '#kernel';
import { mergedInto } from './merger.examples.js';
import { SITI, contributionPaid, sitiRegistered } from './participant.examples.js';
import { touchesIn } from './touches.js';

const FOLDER = join(import.meta.dirname, '../../../../test/compatibility/streams');

/** Everything that earlier releases have recorded in streams of participants. */
const RECORDED = readdirSync(FOLDER).flatMap((file) => {
  const { category, events } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as {
    readonly category: string;
    readonly events: readonly DomainEvent<string, Readonly<Record<string, unknown>>>[];
  };
  return category === 'participant' ? events : [];
});

const by = (id: string, event: DomainEvent) => ({ ...event, metadata: { actor: { id } } });

describe('Who touched the data of a person', () => {
  it('is whoever asked for a correction and whoever confirmed it, of whatever kind', () => {
    const corrections = RECORDED.filter(({ data }) => 'requesterId' in data && 'correctionId' in data);
    expect(corrections.length).toBeGreaterThan(10);
    for (const event of corrections) {
      const { participantId, requesterId, confirmerId, effectiveOn: on } = event.data;
      const who = confirmerId === undefined ? [requesterId] : [requesterId, confirmerId];
      expect(touchesIn(event)).toEqual(who.map((one) => ({ how: 'CORRECTED', participantId, by: one, on })));
    }
  });

  it('is whoever merged two that were one', () => {
    expect(touchesIn(mergedInto).map(({ how }) => how)).toEqual(['CORRECTED', 'CORRECTED']);
  });

  it('is whoever took a payment, on the day of that, and whoever registered the person', () => {
    const effectiveOn = localDate('2026-08-03');
    const of = { how: 'TOOK_IN', participantId: SITI, by: 'rina' };
    expect(touchesIn(by('rina', contributionPaid('2026-09', 1, '2026-08-04')))).toEqual([
      { ...of, on: '2026-08-04' },
    ]);
    expect(touchesIn(by('rina', sitiRegistered({ effectiveOn })))).toEqual([{ ...of, on: effectiveOn }]);
  });

  it('is nobody where the log does not say who it was, or where nobody touched them', () => {
    expect(touchesIn(sitiRegistered())).toEqual([]);
    expect(touchesIn(by('rina', { type: 'KpjGivenOut', data: {} }))).toEqual([]);
  });
});
