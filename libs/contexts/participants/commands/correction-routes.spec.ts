import { describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { rulesOfHandler } from '#http';
import { CORRECTION_SUBJECTS, type CorrectionSubject } from '../domain/correction.events.js';
import { CORRECTION_RULES, SECOND_PERSON } from '../domain/correction-rules.js';
import { CorrectionsController } from './corrections.controller.js';
import { DeathCorrectionsController } from './death-corrections.controller.js';
import { FamilyCorrectionsController } from './family-corrections.controller.js';
import { MergersController } from './mergers.controller.js';
import { ReversalsController } from './reversals.controller.js';

/** The routes at which each is asked for. */
const ASKED_AT: Readonly<Record<CorrectionSubject, readonly Route[]>> = {
  NAME: [[CorrectionsController, 'correct']],
  BIRTH_DATE: [[CorrectionsController, 'correct']],
  SEX: [[CorrectionsController, 'correct']],
  PHONE: [[CorrectionsController, 'correct']],
  OCCUPATION: [[CorrectionsController, 'correct']],
  WORKPLACE: [[CorrectionsController, 'correct']],
  DISTRICT: [[CorrectionsController, 'correct']],
  INCOME_BAND: [[CorrectionsController, 'changeIncomeBand']],
  NIK: [[CorrectionsController, 'correctNik']],
  NIK_DIFFERENCE: [[CorrectionsController, 'confirmNikDifference']],
  CHILD: [
    [FamilyCorrectionsController, 'correctChild'],
    [FamilyCorrectionsController, 'removeChild'],
  ],
  HEIR: [
    [FamilyCorrectionsController, 'correctHeir'],
    [FamilyCorrectionsController, 'removeHeir'],
  ],
  CHILD_ORDER: [[FamilyCorrectionsController, 'reorderChildren']],
  DEATH: [
    [DeathCorrectionsController, 'revoke'],
    [DeathCorrectionsController, 'correctDay'],
  ],
  CONTRIBUTION: [[ReversalsController, 'request']],
  MERGER: [[MergersController, 'merge']],
  SPLIT: [[MergersController, 'split']],
};

type Route = readonly [controller: Type, method: string];

const rolesOf = ([controller, method]: Route) =>
  rulesOfHandler(Reflect.get(controller.prototype as object, method) as object).roles;

describe('The routes of corrections', () => {
  it.each(CORRECTION_SUBJECTS)('let those ask for %s whom the table names', (subject) => {
    for (const route of ASKED_AT[subject]) {
      expect(rolesOf(route)).toEqual(CORRECTION_RULES[subject].askedBy);
    }
  });

  it('let only the second person confirm', () => {
    expect(rolesOf([CorrectionsController, 'confirm'])).toEqual(SECOND_PERSON);
    expect(rolesOf([ReversalsController, 'confirm'])).toEqual(SECOND_PERSON);
  });
});
