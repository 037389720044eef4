export { EMPLOYER_SIZES, type EmployerProgramme, type EmployerSize } from './employer.rules.js';
export { programmesOf } from './programmes.js';
