/** What people write about the law in files of their own. The law itself reads none. */
export { filesOfCases, type FoundCases, readFilesOfCases } from './find-cases.js';
export { type CaseFault, type CaseInFile, readCases } from './read-cases.js';
export { readReform, UnreadableReform } from './read-reform.js';
