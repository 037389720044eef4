import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#kernel';
import { expectNothingPersonal, publishedFrom } from '#testing';
import { publishedContracts } from '../../apps/event-relay/src/published-contracts.js';

const FOLDER = join(import.meta.dirname, 'streams');
const recorded = readdirSync(FOLDER).flatMap(
  (file) => (JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { events: DomainEvent[] }).events,
);

describe.each(publishedContracts)('the contracts of $context', (context) => {
  it('fit every event of the demonstration', () => {
    const published = recorded.flatMap((event) => publishedFrom(context, event));
    expect(new Set(published.map(({ type }) => type))).toEqual(
      new Set(context.contracts.map(({ type }) => type)),
    );
  });

  it('say nothing of the people in it', () => {
    expectNothingPersonal(context, recorded);
  });
});

it('no two contexts publish under one name', () => {
  const names = publishedContracts.flatMap(({ contracts }) => contracts.map(({ type }) => type));
  expect(new Set(names).size).toBe(names.length);
});
