/** What an auditor asks of the log years later: whether decisions come out again as they were recorded. */
export { type ComputedDecision, decisionReader } from './recompute/computed-decision.js';
export { SCHOLARSHIP } from './recompute/computed-year.js';
export { CAUSES } from '#contexts/claims/facts';
export { type Recomputed, recompute } from './recompute/recompute.js';
export {
  type Finding,
  type Meant,
  type Progress,
  type Recomputation,
  recomputeLog,
} from './recompute/recompute-log.js';
export type { WhatIf, WhatIfLine } from './recompute/what-if.js';
export { PROGRAMME_CODES } from '#contexts/claims/facts';
export { TooManyEvents } from './pack/claim-events.js';
export { ApiRefused, askApi, askForJson } from './asking/ask-api.js';
export { openOverApi } from './pack/open-over-api.js';
export { type MadePack, type PackTerms, makePack } from './pack/make-pack.js';
export { EXPORT_FORMATS, type ExportFormat, type Exported, exportQuery } from './export/export-query.js';
