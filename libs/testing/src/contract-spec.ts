import { expect } from '@jest/globals';
import type { DomainEvent } from '#kernel';
import type { ContextContracts } from '#publishing/contracts';

/** Words that no published field may have in its name. */
const PRIVATE_WORDS =
  /nik|kpj|name|phone|mail|address|account|bank|birth|sex|wage|income|health|person|diagnos|disab|injur|medical|cause|chronolog|child|heir|school|receipt|certificate|reference/i;

/** What somebody may add to any event one day; none of it may find its way out by itself. */
const ADDED_LATER = {
  nik: 'MARKED-3216',
  name: 'MARKED-name',
  account: { bank: 'MARKED-bank', number: 'MARKED-number', holder: 'MARKED-holder' },
  diagnosis: 'MARKED-diagnosis',
  disabilityPct: 'MARKED-percent',
};

/** What the contracts make of an event, one result for each that is made from it. */
export function publishedFrom({ contracts }: ContextContracts, event: DomainEvent) {
  return contracts
    .filter(({ from }) => from === event.type)
    .map((contract) => ({ type: contract.type, data: contract.dataOf(event) }));
}

/**
 * Feeds every contract an event whose personal and health sections, and fields of a later release, are marked, and looks
 * for the marks in what comes out. Needs a sample for every contract.
 */
export function expectNothingPersonal(context: ContextContracts, samples: readonly DomainEvent[]): void {
  const sampled = new Set(samples.map(({ type }) => type));
  expect(context.contracts.filter(({ from }) => !sampled.has(from))).toEqual([]);
  for (const sample of samples) {
    const said = publishedFrom(context, { type: sample.type, data: marked(sample.data) });
    expect(JSON.stringify(said)).not.toContain('MARKED');
    for (const value of personalValues(sample.data)) expect(JSON.stringify(said)).not.toContain(value);
  }
  for (const { schema } of context.contracts) {
    expect(fieldNames(schema).filter((name) => PRIVATE_WORDS.test(name))).toEqual([]);
  }
}

function marked(data: object): object {
  const sections = Object.entries(data).map(([name, value]) => [
    name,
    name === 'person' || name === 'health' ? markLeaves(value) : value,
  ]);
  return { ...ADDED_LATER, ...(Object.fromEntries(sections) as object) };
}

function markLeaves(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(markLeaves);
  if (typeof value !== 'object' || value === null) return `MARKED-${String(value)}`;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, markLeaves(inner)]));
}

/** Texts that stand in the sealed sections; short ones could be part of anything. */
function personalValues(data: object): string[] {
  const { person, health } = data as { person?: unknown; health?: unknown };
  return [...leaves(person), ...leaves(health)].filter((value) => value.length > 4);
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(leaves);
}

function fieldNames(schema: ContextContracts['contracts'][number]['schema']): string[] {
  const own = Object.entries(schema.properties ?? {});
  return own.flatMap(([name, inner]) => [name, ...fieldNames(inner), ...fieldNames(inner.items ?? {})]);
}
