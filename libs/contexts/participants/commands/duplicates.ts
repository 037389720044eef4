import type { Reading } from '#kernel';
import { command } from '#runtime';
import { correctables } from '../domain/correctable.js';
import {
  type Pair,
  dismissDuplicate,
  duplicateIdOf,
  duplicates,
  reopenDuplicate,
  suspectDuplicate,
} from '../domain/duplicate-pair.js';
import { duplicateSteps } from '../domain/duplicate-steps.js';
import { lapseDuplicate, noteDuplicate } from '../domain/note-duplicate.js';

/** Both as the log knows them. */
const facts = async (_state: unknown, read: Reading, { participantId, otherId }: Pair) => ({
  one: await read.state(correctables, participantId),
  other: await read.state(correctables, otherId),
});

export const SuspectDuplicate = command('SuspectDuplicate', duplicates, duplicateIdOf, suspectDuplicate, {
  facts,
});

export const DismissDuplicate = command('DismissDuplicate', duplicates, duplicateIdOf, dismissDuplicate, {
  facts,
});

export const ReopenDuplicate = command('ReopenDuplicate', duplicates, duplicateIdOf, reopenDuplicate, {
  facts,
});

export const NoteDuplicate = command('NoteDuplicate', duplicateSteps, duplicateIdOf, noteDuplicate, {
  facts,
});

export const LapseDuplicate = command('LapseDuplicate', duplicateSteps, duplicateIdOf, lapseDuplicate, {
  facts,
});
