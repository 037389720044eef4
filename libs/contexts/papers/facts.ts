export {
  type NamedAs,
  type NamedPaper,
  type Naming,
  papersNamed,
  requireNameable,
  requireOneKindEach,
} from './domain/paper-facts.js';
export type { PaperDropped, PaperKept } from './domain/paper.events.js';
