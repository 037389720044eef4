import type { Role } from './command-context.js';
import type { Words } from './words.js';

/** Two roles that no one person holds at once, and why. */
interface Apart {
  readonly one: Role;
  readonly others: readonly Role[];
  readonly why: Words;
}

/**
 * Which roles no one person may hold together (pemisahan tugas). What is not named here may be: an adjudicator who is also a
 * supervisor still never decides what they handed in or calculated, and reporting beside any role of the house adds
 * nothing that could be misused.
 */
export const ROLES_APART: readonly Apart[] = [
  {
    one: 'plkk',
    others: ['registrar', 'adjudicator', 'supervisor', 'finance', 'auditor', 'reporting'],
    why: {
      en: 'a PLKK is an outside party and sees its own patients only',
      id: 'PLKK adalah pihak luar dan hanya melihat pasiennya sendiri',
    },
  },
  {
    one: 'auditor',
    others: ['registrar', 'adjudicator', 'supervisor', 'finance'],
    why: { en: 'an auditor records nothing', id: 'auditor tidak mencatat apa pun' },
  },
  {
    one: 'registrar',
    others: ['adjudicator', 'supervisor', 'finance'],
    why: {
      en: 'whoever takes in persons, deaths and claims neither decides on them nor pays them',
      id: 'yang menerima pendaftaran, kematian dan klaim tidak memutuskan dan tidak membayarnya',
    },
  },
  {
    one: 'finance',
    others: ['adjudicator', 'supervisor'],
    why: { en: 'whoever decides does not pay', id: 'yang memutuskan tidak membayar' },
  },
];

/** Two roles among these that nobody may hold together; undefined when there are none. */
export function rolesApart(
  roles: readonly Role[],
): { readonly roles: readonly [Role, Role]; readonly why: Words } | undefined {
  for (const { one, others, why } of ROLES_APART) {
    const other = roles.includes(one) && others.find((role) => roles.includes(role));
    if (other) return { roles: [one, other], why };
  }
  return undefined;
}
