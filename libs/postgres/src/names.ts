/** `claimPayouts` as PostgreSQL has it: `claim_payouts`. */
export const snakeCase = remembered((name) =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
);

/** `claim_payouts` as TypeScript has it: `claimPayouts`. */
export const camelCase = remembered((name) =>
  name.replaceAll(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase()),
);

/** There are as many names as are written in the code. */
function remembered(change: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    let changed = known.get(name);
    if (changed === undefined) known.set(name, (changed = change(name)));
    return changed;
  };
}
