import { randomUUID } from 'node:crypto';
import { type KeptEvent, type SealedSection } from '#event-store';
import { ApiRefused, askForJson } from '../asking/ask-api.js';
import type { OpenSection } from './opened-sections.js';

/** Who asks for what is sealed, where, and why: that is recorded before anything is shown. */
export interface OpeningTerms {
  /** Where commands are taken. */
  readonly url: string;
  readonly token: string;
  /** A code that the API knows. */
  readonly reason: string;
  /** Why, in words. */
  readonly words: string;
}

/** What the API says of a part whose key was destroyed. */
const ERASED_CODE = 'NOTHING_LEFT_TO_OPEN';

/** What the API answers: of an opening its id, then what was opened. */
interface Answered {
  readonly id?: string;
  readonly content?: unknown;
}

/**
 * Has sealed parts of events opened by the API, one by one: each opening is an event with who, what and why. What cannot be opened is
 * an `ApiRefused`.
 */
export function openOverApi({ url, token, reason, words }: OpeningTerms): OpenSection {
  const base = url.replace(/\/$/, '');
  const ask = async (path: string, body?: object): Promise<Answered | undefined> => {
    const told = body && { body: JSON.stringify(body), headers: { 'idempotency-key': randomUUID() } };
    try {
      return await askForJson<Answered>(`${base}${path}`, { token, ...told });
    } catch (error) {
      if (error instanceof ApiRefused && error.code === ERASED_CODE) return undefined;
      throw error;
    }
  };
  return async (event: KeptEvent, section: SealedSection) => {
    const { kind, subjectId } = namedBy(event.streamId);
    const part = section.toUpperCase();
    const opened = await ask('/openings', {
      kind,
      subjectId,
      revision: Number(event.revision),
      part,
      reason,
      words,
    });
    const shown = opened && (await ask(`/openings/${opened.id}/content`));
    return shown?.content;
  };
}

/** `claim-0b7f…`: what it is of, and of which. */
function namedBy(streamId: string): { readonly kind: string; readonly subjectId: string } {
  const end = streamId.indexOf('-');
  return { kind: streamId.slice(0, end), subjectId: streamId.slice(end + 1) };
}
