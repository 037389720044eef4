import { holdToRecording } from './hold-to-recording.js';

holdToRecording([
  { about: 'appends', files: ['append', 'names'], inTurn: false },
  { about: 'deletes and metadata', files: ['delete', 'metadata', 'directed-meta'], inTurn: false },
  { about: 'reads and links', files: ['read', 'directed-links'], inTurn: false },
]);
