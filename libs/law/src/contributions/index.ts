export {
  BPU_PROGRAMS,
  type BpuContributionInput,
  type BpuProgram,
  calculateBpuContribution,
} from './contribution-bpu.js';
export { calculateJakonContribution, type JakonContributionInput } from './contribution-jakon.js';
export {
  calculatePuContribution,
  PU_PROGRAMS,
  type PuContributionInput,
  type PuProgram,
} from './contribution-pu.js';
export { RISK_CLASSES, type RiskClass } from './contribution.rules.js';
export { BPU_SECTORS, type BpuSector } from './relief.rules.js';
export { calculateLateFine, type LateFineInput } from './late-fine.js';
