import type { AccidentKind } from './accident.events.js';

const isDisease = (kind: AccidentKind) => kind === 'OCCUPATIONAL_DISEASE';

/** Formulir 3: stage I. Occupational diseases (PAK) have forms of their own. */
export const stageOneForm = (kind: AccidentKind) => (isDisease(kind) ? 'PAK1' : 'KK1');

/** Formulir 3a: stage II. */
export const stageTwoForm = (kind: AccidentKind) => (isDisease(kind) ? 'PAK2' : 'KK2');

/** Formulir 3b: the doctor's statement. */
export const statementForm = (kind: AccidentKind) => (isDisease(kind) ? 'PAK3' : 'KK3');
