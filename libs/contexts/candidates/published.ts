import {
  type ContextContracts,
  area,
  contextContracts,
  contract,
  count,
  day,
  district,
  id,
  line,
  oneOf,
} from '#publishing/contracts';
import {
  CONTACT_WAYS,
  type CandidateContacted,
  type CandidateDeclined,
  type CandidateFound,
  type CandidateListOpened,
  DECLINING_REASONS,
  LIST_SOURCES,
} from './domain/candidate.events.js';

const candidate = {
  participantId: id('The candidate; the same id once they are registered'),
  candidateListId: id('The list'),
};

/** What the world outside may know of candidates: how many there are and what became of them. Who they are stays inside. */
export const candidatesContracts: ContextContracts = contextContracts(
  'candidates',
  ['candidatelist', 'candidate'],
  [
    contract({
      type: 'lindung.candidates.list-opened.v1',
      from: 'CandidateListOpened',
      about: 'A list of people who are to be looked for was opened.',
      fields: {
        candidateListId: id('The list'),
        source: oneOf('What it rests on', LIST_SOURCES),
        district: area('Where they are: a province, a regency or a district'),
        branch: line('The branch of BPJS that looks for them'),
        expectedPersons: count('How many there are said to be'),
        openedOn: day('Day of the list'),
      },
      data: ({ data }: CandidateListOpened) => ({ ...data, openedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.candidates.candidate-found.v1',
      from: 'CandidateFound',
      about: 'Somebody was found who may be registered.',
      fields: { ...candidate, district: district('Where they are'), foundOn: day('Day') },
      data: ({ data }: CandidateFound) => ({ ...data, foundOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.candidates.candidate-contacted.v1',
      from: 'CandidateContacted',
      about: 'Somebody spoke with a candidate.',
      fields: { ...candidate, way: oneOf('How', CONTACT_WAYS), contactedOn: day('Day') },
      data: ({ data }: CandidateContacted) => ({ ...data, contactedOn: data.effectiveOn }),
    }),
    contract({
      type: 'lindung.candidates.candidate-declined.v1',
      from: 'CandidateDeclined',
      about: 'A candidate is not registered, for now.',
      fields: { ...candidate, reason: oneOf('Why', DECLINING_REASONS), declinedOn: day('Day') },
      data: ({ data }: CandidateDeclined) => ({ ...data, declinedOn: data.effectiveOn }),
    }),
  ],
);
