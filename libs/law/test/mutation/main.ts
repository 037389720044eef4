import { EQUIVALENT } from './equivalent.js';
import { MUTANTS, noticerOf } from './noticers.js';

/**
 * Changes each entry of every rule in turn and says who noticed it first: a case, a printed table, the list of open days, a
 * proof. With `--rule ID` of one rule alone. Exit code 1 when an entry survived. Nothing is written: a change is a reform.
 */
const at = process.argv.indexOf('--rule');
const asked = at < 0 ? undefined : process.argv[at + 1];
const chosen = MUTANTS.filter(({ rule }) => asked === undefined || rule === asked);
if (chosen.length === 0) process.stderr.write(`There is no rule ${asked}\n`);

const survivors: string[] = [];
let equivalent = 0;
for (const mutant of chosen) {
  const name = `${mutant.rule} ${mutant.what}`;
  const noticer = noticerOf(mutant);
  const why = EQUIVALENT.get(name);
  if (noticer === undefined && why === undefined) survivors.push(name);
  if (noticer === undefined && why !== undefined) equivalent += 1;
  process.stdout.write(`${name}: ${noticer ?? (why ? `no request can tell: ${why}` : 'SURVIVED')}\n`);
}
for (const name of survivors) process.stderr.write(`survived: ${name}\n`);
process.stdout.write(
  `${chosen.length} changes, ${chosen.length - survivors.length - equivalent} noticed, ${equivalent} that no request can tell, ${survivors.length} survived\n`,
);
process.exitCode = survivors.length === 0 && chosen.length > 0 ? 0 : 1;
