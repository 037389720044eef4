import { type CommandContext, assertNever, derivedId, inSituation, pagesOf, stream } from '#kernel';
import type {
  MemberFileEvent,
  MemberFileKind,
  MemberFileStarted,
  MemberRowRemark,
} from './member-file.events.js';
import { importRefusals } from './refusals.js';

/** Rows that a person should look at. */
export interface MemberRemarks {
  readonly rejected: readonly MemberRowRemark[];
  /** Rows that were taken all the same; absent where there are none. */
  readonly warnings?: readonly MemberRowRemark[];
}

/** What came of a file. */
export interface MemberFileReport extends MemberRemarks {
  readonly rows: number;
  readonly taken: number;
}

export type MemberFileState =
  | { readonly situation: 'UNKNOWN' }
  | ({ readonly situation: 'STARTED'; readonly pages: number } & MemberRemarks)
  | { readonly situation: 'COMPLETED'; readonly report: MemberFileReport };

/** What came of one file of members: `memberfile-<id>`. */
export const memberFiles = stream<MemberFileState, MemberFileEvent>('memberfile', {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'MemberFileStarted') return { situation: 'STARTED', pages: 0, rejected: [] };
    if (state.situation !== 'STARTED') throw new Error(`${event.type} outside a started file`);
    switch (event.type) {
      case 'MemberRowsRemarked':
        return { ...state, pages: state.pages + 1, ...together(state, event.data) };
      case 'MemberFileCompleted': {
        const { rows, taken } = event.data;
        const { rejected, warnings } = state;
        return { situation: 'COMPLETED', report: { rows, taken, rejected, ...(warnings && { warnings }) } };
      }
      default:
        return assertNever(event, 'member file event');
    }
  },
});

function together(before: MemberRemarks, { rejected, warnings = [] }: MemberRemarks): MemberRemarks {
  const all = [...(before.warnings ?? []), ...warnings];
  return { rejected: [...before.rejected, ...rejected], ...(all.length > 0 && { warnings: all }) };
}

/** Of which file it is. */
export interface MemberFileKey {
  readonly employerId: string;
  readonly kind: MemberFileKind;
  readonly fileDigest: string;
}

/**
 * The same file is another one once it was finished with rows that were not taken: they are tried again, and get a report of their own.
 * @param nth how often it was finished so
 */
export const memberFileIdOf = ({ employerId, kind, fileDigest }: MemberFileKey, nth: number): string =>
  derivedId('member-file', employerId, kind, fileDigest, String(nth));

/** Begins a file, or goes on with one that was interrupted. */
export function startMemberFile(
  input: Omit<MemberFileStarted['data'], 'effectiveOn'>,
  state: MemberFileState,
  { today }: CommandContext,
): readonly MemberFileEvent[] {
  if (state.situation !== 'UNKNOWN') return [];
  return [{ type: 'MemberFileStarted', data: { ...input, effectiveOn: today } }];
}

/** Remarks of one page: some hundred bytes each, far below what the log takes in one append. */
const REMARKS_A_PAGE = 1000;

/** The pages that the remarks of a report fill. */
export const memberRemarkPages = ({ rejected, warnings = [] }: MemberRemarks): readonly MemberRemarks[] =>
  pagesOf({ rejected, warnings }, REMARKS_A_PAGE).map((page) => together({ rejected: [] }, page));

/** Writes down one page of remarks; one that is written already stays. @throws Rejection `IMPORT_NOT_STARTED` */
export function remarkMemberRows(
  input: MemberRemarks & { readonly fileId: string; readonly page: number },
  state: MemberFileState,
  { today }: CommandContext,
): readonly MemberFileEvent[] {
  const file = started(state);
  if (file.situation === 'COMPLETED' || input.page < file.pages) return [];
  return [{ type: 'MemberRowsRemarked', data: { ...input, effectiveOn: today } }];
}

/** Writes down what came of the file, once. @throws Rejection `IMPORT_NOT_STARTED` */
export function completeMemberFile(
  { fileId, rows, taken }: Omit<MemberFileReport, keyof MemberRemarks> & { readonly fileId: string },
  state: MemberFileState,
  { today }: CommandContext,
): readonly MemberFileEvent[] {
  if (started(state).situation === 'COMPLETED') return [];
  return [{ type: 'MemberFileCompleted', data: { fileId, rows, taken, effectiveOn: today } }];
}

/** @throws Rejection `IMPORT_NOT_STARTED` */
const started = (state: MemberFileState) =>
  inSituation(state, ['STARTED', 'COMPLETED'], () => importRefusals.IMPORT_NOT_STARTED());
