export { type NamedPaper, type Naming, papersNamed, requireNameable } from './domain/paper-facts.js';
export type { PaperDropped, PaperKept } from './domain/paper.events.js';
