import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { currentSchema, upcast } from '#event-store';
import { type Decider, type DomainEvent, type Upcasters, fold } from '#kernel';
import { accidents } from '../../libs/contexts/accidents/domain/accident.js';
import { claims } from '../../libs/contexts/claims/domain/claim.js';
import { dockets } from '../../libs/contexts/claims/domain/docket.js';
import { contributions } from '../../libs/contexts/participants/domain/contributions.js';
import { imports } from '../../libs/contexts/participants/domain/participant-import.js';
import { participants } from '../../libs/contexts/participants/domain/participant.js';
import { sponsors } from '../../libs/contexts/participants/domain/sponsor.js';
import { payouts } from '../../libs/contexts/payouts/domain/payout.js';
import { facilities } from '../../libs/contexts/providers/domain/facility.js';
import { scholarships } from '../../libs/contexts/scholarships/domain/scholarship.js';

/** A stream as an old log holds it, opened, and the state that it has meant ever since. Never edited, only added to. */
interface GoldenStream {
  readonly category: string;
  readonly events: readonly {
    readonly type: string;
    readonly schema: number;
    readonly data: Record<string, unknown>;
  }[];
  readonly state: unknown;
}

const DECIDERS = {
  accident: accidents,
  claim: claims,
  contribution: contributions,
  docket: dockets,
  facility: facilities,
  import: imports,
  participant: participants,
  payout: payouts,
  scholarship: scholarships,
  sponsor: sponsors,
} as unknown as Readonly<Record<string, Decider<unknown, DomainEvent>>>;

/** What `EventStoreModule.forRoot` is given: no event type has a second shape yet. */
const UPCASTERS: Upcasters = {};

const FOLDER = join(import.meta.dirname, 'streams');
const STREAMS = readdirSync(FOLDER).map((file) => ({
  file,
  stream: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as GoldenStream,
}));

/** Event types as the contexts declare them: `DomainEvent<'ClaimSubmitted', …>`. */
function declaredTypes(): string[] {
  const libs = join(import.meta.dirname, '../../libs/contexts');
  return readdirSync(libs, { recursive: true, encoding: 'utf8' })
    .filter((file) => /domain\/[\w-]+\.events\.ts$/.test(file))
    .flatMap((file) => [...readFileSync(join(libs, file), 'utf8').matchAll(/DomainEvent<\s*'(\w+)'/g)])
    .map(([, type]) => type!);
}

describe('what old logs hold', () => {
  it.each(STREAMS)('$file still means what it meant', ({ stream: { category, events, state } }) => {
    const decider = DECIDERS[category];
    if (!decider) throw new Error(`No decider folds the category ${category}`);
    const history = events.map(({ type, schema, data }) => ({
      type,
      data: upcast(UPCASTERS, type, schema, data),
    }));
    expect(JSON.parse(JSON.stringify(fold(decider, history)))).toEqual(state);
  });

  it('is shown for every event type in its present shape', () => {
    const shown = new Set(
      STREAMS.flatMap(({ stream }) => stream.events.map(({ type, schema }) => `${type} ${schema}`)),
    );
    const declared = declaredTypes().map((type) => `${type} ${currentSchema(UPCASTERS, type)}`);
    expect(declared.length).toBeGreaterThan(40);
    expect(declared.filter((type) => !shown.has(type))).toEqual([]);
  });
});
