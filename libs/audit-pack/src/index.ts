/** One claim with everything that it rests on, as one archive that a stranger checks offline. */
export { OtherArchive, type PackFiles, readArchive, writtenArchive } from './archive.js';
export { PACK_FAULTS, type PackFault, type PackFinding } from './faults.js';
export {
  CHECKPOINT,
  MANIFEST,
  PAPERS,
  POLICY,
  RULES,
  eventFile,
  openedFile,
  writtenJson,
  writtenManifest,
} from './pack-files.js';
export { type PackedPaper, type RulesInForce, type SaidEvent, calculationsIn, papersIn } from './papers.js';
export { VERIFIER_PAGE } from './verifier-page.js';
export { type PackReport, verifyPack } from './verify-pack.js';
export { findingIn, saidIn, verdictOf } from './words.js';
