import {
  type CommandContext,
  type Decider,
  type LocalDate,
  type Period,
  Rejection,
  assertNever,
} from '#kernel';
import type { ParticipantImportEvent, RowRemark } from './import.events.js';

/** What came of a file. */
export interface ImportReport {
  readonly rows: number;
  readonly registered: number;
  readonly rejected: readonly RowRemark[];
  readonly warnings: readonly RowRemark[];
}

export type ImportState =
  | { readonly situation: 'UNKNOWN' }
  | { readonly situation: 'STARTED' }
  | { readonly situation: 'COMPLETED'; readonly report: ImportReport };

/** Folds an `import-<id>` stream. */
export const participantImport: Decider<ImportState, ParticipantImportEvent> = {
  initial: { situation: 'UNKNOWN' },
  evolve(_state, event) {
    switch (event.type) {
      case 'ParticipantImportStarted':
        return { situation: 'STARTED' };
      case 'ParticipantImportCompleted': {
        const { rows, registered, rejected, warnings } = event.data;
        return { situation: 'COMPLETED', report: { rows, registered, rejected, warnings } };
      }
      default:
        return assertNever(event, 'import event');
    }
  },
};

export interface StartImportInput {
  readonly importId: string;
  readonly sponsorId: string;
  readonly agreementId: string;
  readonly fileDigest: string;
  readonly rows: number;
  readonly period: Period;
  readonly months: number;
  readonly paidOn: LocalDate;
  readonly receipt: string;
}

/** Begins an import, or goes on with one that was interrupted: a second start records nothing. */
export function startImport(
  input: StartImportInput,
  state: ImportState,
  { today }: CommandContext,
): readonly ParticipantImportEvent[] {
  if (state.situation !== 'UNKNOWN') return [];
  return [{ type: 'ParticipantImportStarted', data: { ...input, effectiveOn: today } }];
}

/**
 * Writes down what came of the file. An import that was completed already keeps its first report.
 * @throws Rejection `IMPORT_NOT_STARTED`
 */
export function completeImport(
  importId: string,
  report: ImportReport,
  state: ImportState,
  { today }: CommandContext,
): readonly ParticipantImportEvent[] {
  if (state.situation === 'UNKNOWN') throw new Rejection('IMPORT_NOT_STARTED', 'No such import was started');
  if (state.situation === 'COMPLETED') return [];
  return [{ type: 'ParticipantImportCompleted', data: { importId, ...report, effectiveOn: today } }];
}
