import { Rejection } from '#kernel';
import type { AccidentState, Known, NotWorkAccident, StageTwoReported, UnderWay } from './accident.js';

/** An accident that somebody told of. @throws Rejection `ACCIDENT_NOT_FOUND` */
export function requireKnown(state: AccidentState): Known {
  if (state.situation === 'UNKNOWN') {
    throw new Rejection('ACCIDENT_NOT_FOUND', 'Nobody has given notice of such an accident', {
      allowed: ['notify the accident'],
    });
  }
  return state;
}

/** Stage I is in. @throws Rejection `ACCIDENT_NOT_FOUND`, `STAGE_ONE_MISSING` */
export function requireStageOne(state: AccidentState): UnderWay | StageTwoReported | NotWorkAccident {
  const known = requireKnown(state);
  if (known.situation === 'NOTICE_RECEIVED') {
    throw new Rejection('STAGE_ONE_MISSING', 'Stage I (form KK1) comes first; a late one is accepted', {
      allowed: ['report stage one', 'receive evidence'],
    });
  }
  return known;
}

/**
 * JKK still has to do with it.
 * @throws Rejection `ACCIDENT_NOT_FOUND`, `STAGE_ONE_MISSING`, `NOT_A_WORK_ACCIDENT`
 */
export function requireOpen(state: AccidentState): UnderWay | StageTwoReported {
  const reported = requireStageOne(state);
  if (reported.situation === 'NOT_WORK_ACCIDENT') {
    const { concludedOn } = reported.conclusion;
    throw new Rejection(
      'NOT_A_WORK_ACCIDENT',
      `It was concluded on ${concludedOn} that this was no work accident; care is borne by the participant, BPJS Kesehatan or another insurer (PP 49/2023 Art. 25A)`,
      { allowed: ['receive evidence', 'ask the labour inspector for a determination'] },
    );
  }
  return reported;
}

/**
 * Between stage I and stage II.
 * @throws Rejection `ACCIDENT_NOT_FOUND`, `STAGE_ONE_MISSING`, `NOT_A_WORK_ACCIDENT`, `STAGE_TWO_ALREADY_REPORTED`
 */
export function requireUnderWay(state: AccidentState): UnderWay {
  const open = requireOpen(state);
  if (open.situation === 'STAGE_II_REPORTED') {
    throw new Rejection(
      'STAGE_TWO_ALREADY_REPORTED',
      `Stage II was reported on ${open.stageTwo.reportedOn}: the care has ended`,
      { allowed: ['record an invoice of past care', 'conclude the accident', 'submit a claim'] },
    );
  }
  return open;
}
