/** The law over a whole population at once: columns in, who gains and loses out. */
export { BEFALLS, emptyEvents, EVENT_KINDS, type EventKind, type Events } from './events.js';
export { contributionKernel, CONTRIBUTION_CODES } from './contribution-kernels.js';
export {
  CHUNK,
  chunksOf,
  DISTRICTS,
  generateChunk,
  GENERATOR,
  type SyntheticPopulation,
} from './generate.js';
export { NotComputable } from './not-computable.js';
export { lawAsData } from './law-as-data.js';
export {
  type Batch,
  emptyBatch,
  type Flag,
  FLAG_BIT,
  type Group,
  GROUPS,
  type Program,
  PROGRAM_BIT,
  PROGRAMS,
} from './population.js';
export {
  BY,
  type Report,
  type ReportLine,
  reportOf,
  simulation,
  type SimulationSetup,
  type Tally,
} from './simulation.js';
