import { isRegistered, participantInSight } from '#contexts/participants/facts';
import { type CommandContext, Rejection, derivedId } from '#kernel';
import { type Triable, action, actionsOn, attempt } from '#runtime';
import { type KeepPaperInput, type KeptAs, keepPaper } from '../domain/keep-paper.js';
import { type PaperState, handedIn, papers } from '../domain/paper.js';
import { paperRefusals } from '../domain/refusals.js';
import { requireInSight } from './in-sight.js';
import { PapersController } from './papers.controller.js';

/** Stands for a file that nobody has sent. */
const ANY_FILE: KeptAs & Pick<KeepPaperInput, 'bytes' | 'contentSha256'> = {
  fileId: '',
  pieces: 1,
  sealedSha256: '',
  unnamedDays: 1,
  bytes: 1,
  contentSha256: '',
};

type Announced = Pick<KeepPaperInput, 'paperId' | 'participantId' | 'mediaType' | 'tells'>;

/** What `KeepPaper` finds out before a file comes: of whom it is. What is in the file nobody knows before. */
const keepAnother: Triable<Announced> = {
  tried: (input, trial) =>
    trial.decide(
      input,
      papers,
      input.paperId,
      (announced, state: PaperState, context: CommandContext) =>
        keepPaper({ ...announced, ...ANY_FILE }, state, context, ANY_FILE),
      async (_state, read, { participantId }, { actor }) => {
        await participantInSight(read, participantId, actor);
        if (!(await isRegistered(read, participantId))) throw new Rejection(paperRefusals.PAPER_OF_NOBODY());
      },
    ),
};

/** What can be done with a paper that was handed in: another one like it. Which claims may name it their own actions tell. */
export const paperActions = actionsOn(
  papers,
  'paperId',
  {
    known: handedIn,
    permit: (state, _read, _input, { actor }) =>
      requireInSight(actor, state.situation === 'UNKNOWN' ? undefined : state),
  },
  [
    action('keep-paper', PapersController, 'keep', ({ id, state }) => {
      const { participantId, mediaType, tells } = handedIn(state);
      return [
        attempt(keepAnother, { paperId: derivedId('paper', id, 'again'), participantId, mediaType, tells }),
      ];
    }),
  ],
);
