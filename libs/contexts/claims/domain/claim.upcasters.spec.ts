import { describe, expect, it } from '@jest/globals';
import { upcast } from '#event-store';
import { ERASED, fold } from '#kernel';
import { ACCOUNT, COMPLETED, JKK_PAPERS, JKK_SUBMITTED, receivedLater } from './claim.examples.js';
import type { ClaimEvent } from './claim.events.js';
import { claims } from './claim.js';

/** As the first edition recorded it. */
const firstShape = ({ type, data }: ClaimEvent, person: object | undefined) => {
  const { person: _sealed, submitterId: _beside, ...rest } = data as Record<string, unknown>;
  return { type, data: { ...rest, documents: JKK_PAPERS, ...(person && { person }) } };
};
const lifted = ({ type, data }: ReturnType<typeof firstShape>) =>
  ({ type, data: upcast(claims.upcasters, type, 1, data, { actorId: 'submitter' }) }) as ClaimEvent;

const CLAIMANT = { claimantName: 'Sari Contoh', account: ACCOUNT };

describe('documents with their references in plain text, as the first edition recorded them', () => {
  it('are read as if they had been sealed with the person', () => {
    expect(lifted(firstShape(JKK_SUBMITTED, CLAIMANT))).toEqual(JKK_SUBMITTED);
    const received = receivedLater(JKK_PAPERS);
    expect(lifted(firstShape(received, undefined))).toEqual(received);
  });

  it('keep no reference once the person was erased, nor do those that came later', () => {
    const submitted = lifted(firstShape(JKK_SUBMITTED, ERASED));
    expect(submitted.data).toMatchObject({ person: ERASED });
    const later = lifted(firstShape(receivedLater(JKK_PAPERS), undefined));
    const state = fold(claims, [submitted, later, COMPLETED]);
    expect(JSON.stringify(state)).not.toContain('archive/');
  });
});
