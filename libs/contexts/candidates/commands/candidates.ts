import { isRegistered } from '#contexts/participants/facts';
import { command } from '#runtime';
import {
  candidateLists,
  candidates,
  contactCandidate,
  declineCandidate,
  findCandidate,
  openCandidateList,
} from '../domain/candidate.js';

export const OpenCandidateList = command(
  'OpenCandidateList',
  candidateLists,
  'candidateListId',
  openCandidateList,
);

export const FindCandidate = command('FindCandidate', candidates, 'participantId', findCandidate, {
  facts: async (_state, read, { participantId, candidateListId }) => ({
    list: await read.state(candidateLists, candidateListId),
    isRegistered: await isRegistered(read, participantId),
  }),
});

export const ContactCandidate = command('ContactCandidate', candidates, 'participantId', contactCandidate, {
  facts: async (_state, read, { participantId }) => ({
    isRegistered: await isRegistered(read, participantId),
  }),
});

export const DeclineCandidate = command('DeclineCandidate', candidates, 'participantId', declineCandidate, {
  facts: async (_state, read, { participantId }) => ({
    isRegistered: await isRegistered(read, participantId),
  }),
});
