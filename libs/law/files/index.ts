/** What people write about the law in files of their own. The law itself reads none. */
export { filesOfCases, readFilesOfCases } from './find-cases.js';
export { parseJson } from './parse-json.js';
export type { CaseFault, CaseInFile } from './read-cases.js';
export { readReform, UnreadableReform } from './read-reform.js';
