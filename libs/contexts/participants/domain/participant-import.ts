import {
  type CommandContext,
  type LocalDate,
  type Period,
  Rejection,
  type Rupiah,
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
import { CHANNELS, type Channel } from './participant.events.js';
import { FORMER_CHANNEL, type SponsorKind } from './sponsor.events.js';

/** Who pays for the workers of a file, and which months. */
export interface ImportTerms {
  readonly sponsorId: string;
  readonly agreementId: string;
  readonly period: Period;
  readonly months: number;
  readonly paidOn: LocalDate;
  readonly receipt: string;
}

/** Where a file came in, and whose workers they are; the same file on the same terms is the same import, whatever is stated. */
export interface StatedWithFile {
  readonly channel?: Channel;
  readonly branch?: string;
}

/** What came of a file. */
export interface ImportReport {
  readonly rows: number;
  readonly registered: number;
  /** Of a dry run: what the sponsor would pay for those who would be registered. */
  readonly owedIdr?: Rupiah;
  readonly rejected: readonly RowRemark[];
  readonly warnings: readonly RowRemark[];
}

type Remarks = Pick<ImportReport, 'rejected' | 'warnings'>;

export type ImportState =
  | { readonly situation: 'UNKNOWN' }
  | ({ readonly situation: 'STARTED'; readonly pages: number; readonly stated?: StatedWithFile } & Remarks)
  | { readonly situation: 'COMPLETED'; readonly report: ImportReport };

/** How far one import has come: `import-<id>`. */
export const imports = stream<ImportState, ParticipantImportEvent>('import', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'ParticipantImportStarted') {
      const { channel, branch } = event.data;
      const stated = channel && { channel, ...(branch && { branch }) };
      return { situation: 'STARTED', pages: 0, ...(stated && { stated }), rejected: [], warnings: [] };
    }
    if (state.situation !== 'STARTED') throw new Error(`${event.type} outside a started import`);
    const { pages, rejected, warnings } = state;
    switch (event.type) {
      case 'ImportRowsRemarked':
        return {
          ...state,
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

export interface StartImportInput extends StatedWithFile {
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
 * @throws Rejection `CHANNEL_NOT_STATED`, or the code of the first import policy that objects
 */
export function startImport(
  input: StartImportInput,
  state: ImportState,
  { today }: CommandContext,
): readonly ParticipantImportEvent[] {
  if (state.situation !== 'UNKNOWN') return [];
  if (!input.channel) throw new Rejection(importRefusals.CHANNEL_NOT_STATED({ channels: CHANNELS }));
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

/** An import that was begun. @throws Rejection `IMPORT_NOT_FOUND` */
export const knownImport = (state: ImportState) =>
  inSituation(state, ['STARTED', 'COMPLETED'], () => importRefusals.IMPORT_NOT_FOUND());

/** @throws Rejection `IMPORT_NOT_STARTED` */
const started = (state: ImportState) =>
  inSituation(state, ['STARTED', 'COMPLETED'], () => importRefusals.IMPORT_NOT_STARTED());

/**
 * Where the workers of a file come in: as it was stated when the import began, now if it begins now. An import that an earlier
 * release began goes on as that release registered its first rows.
 */
export function statedWith(
  state: ImportState,
  asked: StatedWithFile,
  kind: SponsorKind,
): StatedWithFile & { readonly channel: Channel } {
  const stated = state.situation === 'STARTED' ? (state.stated ?? {}) : asked;
  return { ...stated, channel: stated.channel ?? FORMER_CHANNEL[kind] ?? 'PARTNER' };
}

/** The same file on the same terms is the same import, in whatever order the terms were written. */
export function importIdOf(fileDigest: string, terms: ImportTerms): string {
  const { sponsorId, agreementId, period, months, paidOn, receipt } = terms;
  return derivedId('import', fileDigest, sponsorId, agreementId, period, String(months), paidOn, receipt);
}

/** The terms on which the rows of a file are registered. */
export interface RowTerms extends ImportTerms {
  readonly payer: SponsorKind;
  readonly channel: Channel;
  readonly branch?: string;
}

/** What a row of the file says of a worker, on the terms of the import: it takes effect on the day of the payment. */
export function registrationOf(
  { district, sector, occupationGroup, declaredIncomeIdr, ...person }: ImportRow,
  participantId: string,
  { payer, sponsorId, agreementId, paidOn, channel, branch }: RowTerms,
): RegisterParticipantInput {
  return {
    participantId,
    segment: 'BPU',
    channel,
    ...(branch && { branch }),
    payer,
    sponsorId,
    agreementId,
    district,
    sector,
    ...(occupationGroup && { occupationGroup }),
    declaredIncomeIdr,
    registeredOn: paidOn,
    person,
  };
}
