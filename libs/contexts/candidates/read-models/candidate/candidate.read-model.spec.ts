import { describe, it } from '@jest/globals';
import { localDate } from '#kernel';
import { on, readModelSpec } from '#testing';
import {
  officialsListed,
  rukminiDeclined,
  rukminiFound,
  rukminiVisited,
} from '../../domain/candidate.examples.js';
import { candidateReadModel } from './candidate.read-model.js';

const folded = readModelSpec(candidateReadModel);
const list = on('candidatelist-officials', officialsListed);
const rukmini = (...events: Parameters<typeof on>[1][]) => on('candidate-rukmini', rukminiFound, ...events);

describe('the candidate read model', () => {
  it('says why somebody is not registered', () => {
    folded(list, rukmini(rukminiDeclined)).thenRows('candidates', [
      { status: 'DECLINED', reason: 'NO_MONEY' },
    ]);
  });

  it('shows no old reason of somebody who was contacted again', () => {
    folded(list, rukmini(rukminiDeclined, rukminiVisited)).thenRows('candidates', [
      { status: 'CONTACTED', reason: null, contactedOn: localDate('2026-11-16') },
    ]);
  });
});
