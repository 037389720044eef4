import { expect } from '@jest/globals';
import type { DomainEvent } from '#kernel';
import type { ContextContracts } from '#publishing/contracts';
import { peopleInMessages } from './people-in-messages.js';

/** Words that no published field may have in its name. */
const PRIVATE_WORDS =
  /nik|kpj|name|phone|mail|address|account|bank|birth|sex|wage|income|health|person|diagnos|disab|injur|medical|cause|chronolog|child|heir|school|receipt|certificate|reference/i;

/** Numbers of people, and whom they are counted as. */
const COUNTED = new Set(['sex', 'expectedPersons', 'targetPersons']);

/**
 * Looks for the people of some events in what their contracts make of them, with marks in the place of what is sealed too, and for fields
 * that could hold one.
 */
export function expectNothingPersonal(context: ContextContracts, samples: readonly DomainEvent[]): void {
  const people = peopleInMessages([context]);
  expect(samples.flatMap((sample) => people.toldOf(sample))).toEqual([]);
  for (const { schema } of context.contracts) {
    expect(fieldNames(schema).filter((name) => PRIVATE_WORDS.test(name) && !COUNTED.has(name))).toEqual([]);
  }
}

function fieldNames(schema: ContextContracts['contracts'][number]['schema']): string[] {
  const own = Object.entries(schema.properties ?? {});
  return own.flatMap(([name, inner]) => [name, ...fieldNames(inner), ...fieldNames(inner.items ?? {})]);
}
