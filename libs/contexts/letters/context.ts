import type { Context } from '#runtime';
import { LettersController } from './commands/letters.controller.js';
import { letterRefusals } from './domain/refusals.js';
import { letters as letterStreams } from './domain/letter.js';

/** What this context is for. */
export const letters: Context = {
  name: 'letters',
  streams: [letterStreams],
  commands: [LettersController],
  refusals: [letterRefusals],
};
