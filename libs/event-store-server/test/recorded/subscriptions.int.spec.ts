import { holdToRecording } from './hold-to-recording.js';

holdToRecording([
  { about: 'subscriptions', files: ['subscribe'], inTurn: false },
  { about: 'groups', files: ['groups', 'directed-ps'], inTurn: true },
  { about: 'what takes its time', files: ['directed-last', 'directed-more'], inTurn: false },
]);
