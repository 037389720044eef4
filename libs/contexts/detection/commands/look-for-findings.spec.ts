import { describe, expect, it } from '@jest/globals';
import type { CommandBus } from '@nestjs/cqrs';
import type { EventStore } from '#event-store';
import { localDate } from '#kernel';
import { testContext } from '#testing/decisions';
import type { Fact } from '../domain/fact.js';
import { FactsOfLog, type KnownCase } from '../domain/facts-of-log.js';
import { findingIdOf } from '../domain/finding.js';
import { fact, idOf } from '../domain/rules/facts.examples.js';
import type { Rule } from '../domain/rules/index.js';
import { ExtendFinding, OpenFinding } from './finding-commands.js';
import { LookForFindings, LookForFindingsHandler } from './look-for-findings.js';

const DAY = localDate('2026-11-20');
const [ONE, OTHER] = [idOf(1), idOf(2)];
const CLAIM = idOf(50);
const FINDING = findingIdOf('FD-05', [ONE, OTHER]);

/** Two persons of one name and one birth date, and a claim of one of them. */
class TwoOfOneName extends FactsOfLog {
  constructor(
    private readonly there: ReadonlyMap<string, KnownCase>,
    private readonly before: number,
  ) {
    super();
  }

  async *groupsFor({ id }: Rule): AsyncGenerator<readonly Fact[]> {
    if (id !== 'FD-05') return;
    yield [ONE, OTHER].map((personId) => fact('REGISTRATION', { on: '2026-09-01', id: personId, personId }));
  }

  known = () => Promise.resolve(this.there);
  openedIn = () => Promise.resolve(this.before);
  claimsOf = (_by: string, ids: readonly string[]) =>
    Promise.resolve(ids.includes(OTHER) ? [{ claimId: CLAIM, personId: OTHER, accidentId: null }] : []);
  segments = () => Promise.resolve([]);
}

async function looked(known: readonly (readonly [string, KnownCase])[] = [], before = 0) {
  const sent: unknown[] = [];
  const bus = {
    execute: (command: unknown) => {
      sent.push(command);
      return Promise.resolve({ events: ['Something'], repeated: false, position: 7n });
    },
  } as unknown as CommandBus;
  const store = { lastPosition: () => Promise.resolve(5n) } as unknown as EventStore;
  const handler = new LookForFindingsHandler(bus, store, new TwoOfOneName(new Map(known), before));
  const { signal } = new AbortController();
  const report = await handler.execute(new LookForFindings(DAY, testContext(), () => {}, signal));
  return { sent, report };
}

describe('A look for findings', () => {
  it('opens what is new, with the claims of whom it is about', async () => {
    const { sent, report } = await looked();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toBeInstanceOf(OpenFinding);
    expect(sent[0]).toMatchObject({
      input: {
        rule: 'FD-05',
        subjects: [{ kind: 'PERSON' }, { kind: 'PERSON' }, { kind: 'CLAIM', id: CLAIM }],
      },
    });
    expect(report).toEqual({ found: 1, opened: 1, position: '7' });
  });

  it('sends nothing for what is known', async () => {
    const { sent, report } = await looked([[FINDING, { situation: 'OPEN', claimIds: [CLAIM] }]]);
    expect([sent, report]).toEqual([[], { found: 1, opened: 0 }]);
  });

  it('extends what is known by claims that came since, unless there was nothing to it', async () => {
    const confirmed = await looked([[FINDING, { situation: 'CONFIRMED', claimIds: [] }]]);
    expect(confirmed.sent).toEqual([expect.any(ExtendFinding)]);
    expect(confirmed.sent[0]).toMatchObject({ input: { findingId: FINDING, claimIds: [CLAIM] } });
    expect(confirmed.report.opened).toBe(0);
    expect((await looked([[FINDING, { situation: 'EXPLAINED', claimIds: [] }]])).sent).toEqual([]);
  });

  it('that goes on counts what it had opened before', async () => {
    const { report } = await looked([[FINDING, { situation: 'OPEN', claimIds: [CLAIM] }]], 3);
    expect(report.opened).toBe(3);
  });
});
