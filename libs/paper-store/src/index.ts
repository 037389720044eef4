export { type PaperCopies, backUpPapers, checkPapers, restorePapers } from './backup.js';
export { type PaperCipher, paperCipher } from './paper-cipher.js';
export { type KeptFile, PAPERS_SCHEMA, PaperStore } from './paper-store.js';
export { type FileTold, PaperDamaged, openPieces, sealPieces } from './pieces.js';
