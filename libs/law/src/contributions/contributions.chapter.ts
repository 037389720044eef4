import * as conventions from './contribution.conventions.js';
import * as rules from './contribution.rules.js';
import * as jakon from './jakon.rules.js';
import * as reliefs from './relief.rules.js';
import { calculator } from '../kernel/calculator.js';
import { type Chapter, conventionsOf, rulesOf } from '../kernel/chapter.js';
import { calculateBpuContribution } from './contribution-bpu.js';
import { calculateJakonContribution } from './contribution-jakon.js';
import { CONTRIBUTION_DECISIONS } from './contribution.decisions.js';
import {
  billedMonthFields,
  contributionBpuFields,
  contributionJakonFields,
  contributionNonAsnFields,
  employerDuesFields,
  lateFineFields,
} from './contribution.fields.js';
import { calculateBilledMonth, calculateEmployerDues } from './employer-dues.js';
import { calculateLateFine } from './late-fine.js';

/** Iuran: what is owed for membership, with its reliefs and its fine. */
export const CONTRIBUTIONS: Chapter = {
  folder: 'contributions',
  rules: [
    {
      title: { id: 'Iuran PU dan BPU', en: 'Contributions of PU and BPU' },
      rules: rulesOf({ ...rules, ...reliefs }),
    },
    { title: { id: 'Iuran jasa konstruksi', en: 'Contributions of construction' }, rules: rulesOf(jakon) },
  ],
  conventions: conventionsOf(conventions),
  calculators: {
    CONTRIB_BPU: calculator(contributionBpuFields, calculateBpuContribution),
    CONTRIB_PU: calculator(billedMonthFields, calculateBilledMonth),
    CONTRIB_NON_ASN: calculator(contributionNonAsnFields, calculateBilledMonth),
    CONTRIB_JAKON: calculator(contributionJakonFields, calculateJakonContribution),
    EMPLOYER_DUES: calculator(employerDuesFields, calculateEmployerDues),
    LATE_FINE: calculator(lateFineFields, calculateLateFine),
  },
  decisions: CONTRIBUTION_DECISIONS,
};
