export { calculateBpuContribution } from './contribution-bpu.js';
export { calculateJakonContribution } from './contribution-jakon.js';
export { calculatePuContribution, PU_PROGRAMS } from './contribution-pu.js';
export { RISK_CLASSES, type RiskClass } from './contribution.rules.js';
export { type ReliefOfMonth, labourIntensiveReliefIn } from './labour-intensive.js';
export { calculateLateFine } from './late-fine.js';
