import { command } from '#runtime';
import { listMerger, mergers, unlistMerger } from '../domain/list-merger.js';

/** Only the process late-facts sends it. */
export const ListMerger = command('ListMerger', mergers, 'participantId', listMerger);

/** Only the process late-facts sends it. */
export const UnlistMerger = command('UnlistMerger', mergers, 'participantId', unlistMerger);
