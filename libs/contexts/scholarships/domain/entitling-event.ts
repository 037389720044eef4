import { Rejection } from '#kernel';
import { scholarshipRefusals } from './refusals.js';

/** What decisions about a scholarship need to know of the claim that it follows from. */
export interface EntitlingEvent {
  /** The death was taken back. */
  readonly isRevoked?: boolean;
}

/** @throws Rejection `EVENT_REVOKED` */
export function requireEntitlingEvent({ isRevoked = false }: EntitlingEvent): void {
  if (isRevoked) throw new Rejection(scholarshipRefusals.EVENT_REVOKED());
}
