import { type CommandContext, Rejection, assertNever, view } from '#kernel';
import type { MemberFileEvent, MemberFileKind, MemberFileStarted } from './member-file.events.js';
import { memberFiles } from './member-file.js';
import { importRefusals } from './refusals.js';

/** Which file it is, and whether rows of it are left. */
interface SentFile {
  readonly situation: 'SENT';
  readonly file: Omit<MemberFileStarted['data'], 'effectiveOn'>;
  /** Undefined while it was not finished. */
  readonly taken?: number;
}

export type SentFileState = { readonly situation: 'UNKNOWN' } | SentFile;

/** The same streams as `memberFiles`, for whoever asks what is left to do with a file. */
export const sentFiles = view<SentFileState, MemberFileEvent>(memberFiles, {
  initial: { situation: 'UNKNOWN' },
  evolve(state, event) {
    if (event.type === 'MemberFileStarted') {
      const { effectiveOn: _on, ...file } = event.data;
      return { situation: 'SENT', file };
    }
    if (state.situation !== 'SENT') throw new Error(`${event.type} outside a started file`);
    switch (event.type) {
      case 'MemberRowsRemarked':
        return state;
      case 'MemberFileCompleted':
        return { ...state, taken: event.data.taken };
      default:
        return assertNever(event, 'member file event');
    }
  },
});

/** A file that an employer handed in. @throws Rejection `IMPORT_NOT_FOUND` */
export function sentBy(state: SentFileState, employerId: string): SentFile {
  if (state.situation === 'SENT' && state.file.employerId === employerId) return state;
  throw new Rejection(importRefusals.IMPORT_NOT_FOUND());
}

/**
 * What it would record that a file is sent again: its end where it was interrupted, a new beginning where rows of it were not taken,
 * nothing where all were, or where it is a file of the other kind.
 */
export function sendAgain(
  { fileId, kind }: { readonly fileId: string; readonly kind: MemberFileKind },
  state: SentFileState,
  { today }: CommandContext,
): readonly MemberFileEvent[] {
  if (state.situation !== 'SENT' || state.file.kind !== kind) return [];
  const { file, taken } = state;
  const { rows } = file;
  if (taken === undefined) {
    return [{ type: 'MemberFileCompleted', data: { fileId, rows, taken: rows, effectiveOn: today } }];
  }
  return taken < rows ? [{ type: 'MemberFileStarted', data: { ...file, effectiveOn: today } }] : [];
}
