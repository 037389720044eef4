export { type LetterFacts, letterFacts } from './domain/letter-facts.js';
