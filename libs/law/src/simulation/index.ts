/** The law over a whole population at once: columns in, who gains and loses out. */
export { BEFALLS, benefitRequest, emptyEvents, EVENT_KINDS, type EventKind, type Events } from './events.js';
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
  FLAG_BIT,
  type Flag,
  type Group,
  GROUPS,
  PROGRAM_BIT,
  type Program,
  PROGRAMS,
} from './population.js';
export { contributionRequests, programsOf } from './scalar-requests.js';
export {
  BY,
  type Report,
  type ReportLine,
  reportOf,
  type Simulation,
  simulation,
  type SimulationSetup,
  type Tally,
} from './simulation.js';
