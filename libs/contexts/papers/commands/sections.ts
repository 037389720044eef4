import type { SealedSection } from '#event-store';
import type { PaperTells } from '../domain/paper.events.js';

/** Whose keys seal a paper: whatever it tells, it tells who somebody is. */
export const SECTIONS: Readonly<Record<PaperTells, readonly SealedSection[]>> = {
  PERSON: ['person'],
  HEALTH: ['person', 'health'],
};
