import {
  type CommandContext,
  type LocalDate,
  type Period,
  assertNever,
  derivedId,
  enforce,
  inSituation,
  pagesOf,
  stream,
} from '#kernel';
import type { ParticipantImportEvent, RowRemark } from './import.events.js';
import type { ImportRow } from './import-row.js';
import { IMPORT_POLICIES } from './policies/import.policies.js';
import { importRefusals } from './refusals.js';
import type { RegisterParticipantInput } from './register-participant.js';
import { CHANNEL_OF_SPONSOR, type SponsorKind } from './sponsor.events.js';

/** Who pays for the workers of a file, and which months. */
export interface ImportTerms {
  readonly sponsorId: string;
  readonly agreementId: string;
  readonly period: Period;
  readonly months: number;
  readonly paidOn: LocalDate;
  readonly receipt: string;
}

/** What came of a file. */
export interface ImportReport {
  readonly rows: number;
  readonly registered: number;
  readonly rejected: readonly RowRemark[];
  readonly warnings: readonly RowRemark[];
}

type Remarks = Pick<ImportReport, 'rejected' | 'warnings'>;

export type ImportState =
  | { readonly situation: 'UNKNOWN' }
  | ({ readonly situation: 'STARTED'; readonly pages: number } & Remarks)
  | { readonly situation: 'COMPLETED'; readonly report: ImportReport };

/** How far one import has come: `import-<id>`. */
export const imports = stream<ImportState, ParticipantImportEvent>('import', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'ParticipantImportStarted') {
      return { situation: 'STARTED', pages: 0, rejected: [], warnings: [] };
    }
    if (state.situation !== 'STARTED') throw new Error(`${event.type} outside a started import`);
    const { pages, rejected, warnings } = state;
    switch (event.type) {
      case 'ImportRowsRemarked':
        return {
          situation: 'STARTED',
          pages: pages + 1,
          rejected: [...rejected, ...event.data.rejected],
          warnings: [...warnings, ...event.data.warnings],
        };
      case 'ParticipantImportCompleted': {
        const { rows, registered } = event.data;
        return { situation: 'COMPLETED', report: { rows, registered, rejected, warnings } };
      }
      default:
        return assertNever(event, 'import event');
    }
  },
});

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

/**
 * Begins an import, or goes on with one that was interrupted: a second start records nothing. Terms under which no
 * worker could be paid for are refused here, before anybody is registered without cover.
 * @throws Rejection with the code of the first import policy that objects
 */
export function startImport(
  input: StartImportInput,
  state: ImportState,
  { today }: CommandContext,
): readonly ParticipantImportEvent[] {
  if (state.situation !== 'UNKNOWN') return [];
  enforce(IMPORT_POLICIES, { ...input, today });
  return [{ type: 'ParticipantImportStarted', data: { ...input, effectiveOn: today } }];
}

/** Remarks of one page: some hundred bytes each, far below what the log takes in one append. */
const REMARKS_A_PAGE = 1000;

/** The pages that the remarks of a report fill. */
export const remarkPages = ({ rejected, warnings }: Remarks): Remarks[] =>
  pagesOf({ rejected, warnings }, REMARKS_A_PAGE);

/**
 * Writes down one page of remarks. A page that is written already keeps what it says.
 * @throws Rejection `IMPORT_NOT_STARTED`
 */
export function remarkImportRows(
  { importId, page, ...remarks }: Remarks & { readonly importId: string; readonly page: number },
  state: ImportState,
  { today }: CommandContext,
): readonly ParticipantImportEvent[] {
  const begun = started(state);
  if (begun.situation === 'COMPLETED' || page < begun.pages) return [];
  return [{ type: 'ImportRowsRemarked', data: { importId, page, ...remarks, effectiveOn: today } }];
}

/**
 * Writes down what came of the file. An import that was completed already keeps its first report.
 * @throws Rejection `IMPORT_NOT_STARTED`
 */
export function completeImport(
  { importId, rows, registered }: Pick<ImportReport, 'rows' | 'registered'> & { readonly importId: string },
  state: ImportState,
  { today }: CommandContext,
): readonly ParticipantImportEvent[] {
  if (started(state).situation === 'COMPLETED') return [];
  return [{ type: 'ParticipantImportCompleted', data: { importId, rows, registered, effectiveOn: today } }];
}

/** @throws Rejection `IMPORT_NOT_STARTED` */
const started = (state: ImportState) =>
  inSituation(state, ['STARTED', 'COMPLETED'], () => importRefusals.IMPORT_NOT_STARTED());

/** The same file on the same terms is the same import, in whatever order the terms were written. */
export function importIdOf(fileDigest: string, terms: ImportTerms): string {
  const { sponsorId, agreementId, period, months, paidOn, receipt } = terms;
  return derivedId('import', fileDigest, sponsorId, agreementId, period, String(months), paidOn, receipt);
}

/** What a row of the file says of a worker, on the terms of the import: it takes effect on the day of the payment. */
export function registrationOf(
  { district, sector, declaredIncomeIdr, ...person }: ImportRow,
  participantId: string,
  { payer, sponsorId, agreementId, paidOn }: ImportTerms & { readonly payer: SponsorKind },
): RegisterParticipantInput {
  return {
    participantId,
    segment: 'BPU',
    channel: CHANNEL_OF_SPONSOR[payer],
    payer,
    sponsorId,
    agreementId,
    district,
    sector,
    declaredIncomeIdr,
    registeredOn: paidOn,
    person,
  };
}
