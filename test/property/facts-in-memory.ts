import type { RecordedEvent } from '#event-store';
import { foldRows } from '#followers';
import { addDays, daysBetween } from '#kernel';
import { type Fact, only } from '../../libs/contexts/detection/domain/fact.js';
import {
  type ClaimOf,
  type FactsAsked,
  FactsOfLog,
  type KnownCase,
} from '../../libs/contexts/detection/domain/facts-of-log.js';
import type { Rule, SegmentCount } from '../../libs/contexts/detection/domain/rules/index.js';
import { grouped, seenOn } from '../../libs/contexts/detection/domain/rules/rule.js';
import { evidenceReadModel } from '../../libs/contexts/detection/read-models/evidence/evidence.read-model.js';
import { findingReadModel } from '../../libs/contexts/detection/read-models/finding/finding.read-model.js';
import { factOf } from '../../libs/contexts/detection/read-models/evidence/evidence.tables.js';

/** What rules look at, of a log in memory: the same fold, and the questions of PostgreSQL in words. */
export class FactsInMemory extends FactsOfLog {
  constructor(private readonly log: { since(position: bigint): Promise<RecordedEvent[]> }) {
    super();
  }

  async *groupsFor(rule: Rule, asked: FactsAsked): AsyncGenerator<readonly Fact[]> {
    for (const group of grouped(await this.facts(), (fact) => fact[rule.by])) {
      const seen = seenOn(rule, group, asked);
      if (seen.length > 0) yield seen;
    }
  }

  async known(): Promise<ReadonlyMap<string, KnownCase>> {
    const { findings } = foldRows(findingReadModel, await this.log.since(-1n));
    return new Map(
      [...findings.values()].map(({ findingId, state: situation, claimIds }) => [
        findingId,
        { situation, claimIds },
      ]),
    );
  }

  async openedIn(lookId: string): Promise<number> {
    const { findings } = foldRows(findingReadModel, await this.log.since(-1n));
    return [...findings.values()].filter((finding) => finding.lookId === lookId).length;
  }

  async claimsOf(by: 'PERSON' | 'ACCIDENT', ids: readonly string[]): Promise<readonly ClaimOf[]> {
    return only(await this.facts(), 'CLAIM')
      .map(({ id: claimId, personId, key: accidentId }) => ({ claimId, personId, accidentId }))
      .filter((claim) => ids.includes((by === 'PERSON' ? claim.personId : claim.accidentId) ?? ''));
  }

  async segments({ day, terms }: FactsAsked): Promise<readonly SegmentCount[]> {
    const { days, withinDays } = terms.deathsOfRegistrar;
    const recent = only(await this.facts(), 'REGISTRATION').filter(
      ({ actorId, onDay }) => actorId !== null && onDay <= day && onDay > addDays(day, -days),
    );
    return grouped(recent, ({ data }) => data.segment).map((all) => ({
      segment: all[0]?.data.segment ?? '',
      registrations: all.length,
      deaths: all.filter(
        ({ onDay, data: { diedOn } }) =>
          diedOn !== null && diedOn >= onDay && diedOn <= day && daysBetween(onDay, diedOn) <= withinDays,
      ).length,
    }));
  }

  /** The oldest first, without what belongs to a claim that was withdrawn. */
  private async facts(): Promise<readonly Fact[]> {
    const { facts: rows, aliases } = foldRows(evidenceReadModel, await this.log.since(-1n));
    const goesOn = new Map([...aliases.values()].map(({ id, goesOnAs }) => [id, goesOnAs]));
    const facts = [...rows.values()].map((row) => factOf(row, goesOn.get(row.personId ?? '') ?? null));
    const withdrawn = new Set(only(facts, 'CLAIM').flatMap(({ id, data }) => (data.isWithdrawn ? [id] : [])));
    return facts
      .filter(({ kind, id, thingId }) => !withdrawn.has((kind === 'CLAIM' ? id : thingId) ?? ''))
      .toSorted(
        (one, other) =>
          one.onDay.localeCompare(other.onDay) || Number(BigInt(one.position) - BigInt(other.position)),
      );
  }
}
