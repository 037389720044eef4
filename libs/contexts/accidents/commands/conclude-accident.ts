import { StreamCommand, commandHandler } from '#runtime';
import { accidents } from '../domain/accident.js';
import { type ConcludeAccidentInput, concludeAccident } from '../domain/conclude-accident.js';

export class ConcludeAccident extends StreamCommand<ConcludeAccidentInput> {
  readonly commandName = 'ConcludeAccident';
}

export const ConcludeAccidentHandler = commandHandler(
  ConcludeAccident,
  accidents,
  'accidentId',
  concludeAccident,
);
