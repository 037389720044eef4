import { describe, it } from '@jest/globals';
import { event, localDate } from '#kernel';
import { on, readModelSpec } from '#testing';
import { PAPER, doctorsLetterKept } from '../../domain/paper.examples.js';
import { paperReadModel } from './paper.read-model.js';

const folded = readModelSpec(paperReadModel);
const letter = on(`paper-${PAPER}`, doctorsLetterKept);
const day = localDate('2026-11-21');
const claim = (type: 'ClaimSubmitted' | 'DocumentsReceived', ...documents: readonly object[]) =>
  on('claim-1', event(type, { claimId: 'claim-1', participantId: 'siti', documents, effectiveOn: day }));

describe('the read model of papers', () => {
  it('says what a paper is, and until when something has to name it', () => {
    folded(letter).thenRows('papers', [
      { paperId: PAPER, tells: 'HEALTH', claimIds: [], unnamedSince: localDate('2026-12-20') },
    ]);
  });

  it.each(['ClaimSubmitted', 'DocumentsReceived'] as const)('knows by %s which claim names it', (type) => {
    const named = claim(
      type,
      { kind: 'KK3', paperId: PAPER },
      { kind: 'KK1', paperId: PAPER },
      { kind: 'KK' },
    );
    folded(letter, named).thenRows('papers', [{ claimIds: ['claim-1'], unnamedSince: null }]);
  });

  it('says when its file was deleted', () => {
    const dropped = event('PaperDropped', {
      paperId: PAPER,
      participantId: 'siti',
      effectiveOn: localDate('2026-12-28'),
    });
    folded(on(`paper-${PAPER}`, doctorsLetterKept, dropped)).thenRows('papers', [
      { droppedOn: localDate('2026-12-28'), unnamedSince: null },
    ]);
  });
});
