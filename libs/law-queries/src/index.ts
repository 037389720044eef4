export { ExplanationAnswer } from './explanation.answers.js';
export { LawQueriesModule } from './law-queries.module.js';
export { lawQueryRefusals } from './law-queries.refusals.js';
