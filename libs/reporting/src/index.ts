export { REPORTING } from './facts/fact-tables.js';
export { reportingRefusals } from './http/reporting.refusals.js';
export { INDICATORS, WAITING } from './indicators/index.js';
export { ReportingModule } from './reporting.module.js';
export type { FeedToken } from './sources/token.js';
