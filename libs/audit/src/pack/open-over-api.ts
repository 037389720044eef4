import { randomUUID } from 'node:crypto';
import { type KeptEvent, type SealedSection } from '#event-store';
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

/** The API did not open it: the status, and what it says of it. */
export class OpeningRefused extends Error {
  override readonly name = 'OpeningRefused';
}

/** How long an answer may take. */
const WITHIN_MS = 30_000;

/** What the API says of a part whose key was destroyed. */
const ERASED_CODE = 'NOTHING_LEFT_TO_OPEN';

/** What the API answers: of an opening its id, then what was opened; or why not. */
interface Answered {
  readonly id?: string;
  readonly content?: unknown;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
}

/** Has sealed parts of events opened by the API, one by one: each opening is an event with who, what and why. */
export function openOverApi({ url, token, reason, words }: OpeningTerms): OpenSection {
  const base = url.replace(/\/$/, '');
  const ask = async (path: string, body?: object): Promise<Answered | undefined> => {
    const response = await fetch(`${base}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    const answer = (await response.json()) as Answered;
    if (response.ok) return answer;
    if (answer.code === ERASED_CODE) return undefined;
    throw new OpeningRefused(`${response.status}: ${answer.detail ?? answer.title ?? ''}`);
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
