import { Injectable } from '@nestjs/common';
import { participantIdFor } from '#event-store';
import { SecretsConfig } from '../config/keys.settings.js';

/** Finds the id of a participant from a NIK, without any table. */
@Injectable()
export class ParticipantIds {
  constructor(private readonly secrets: SecretsConfig) {}

  /**
   * The same NIK always has the same id; nobody can compute it without the secret.
   * @param generation which place in the chain of the NIK; the first unless told
   */
  of(nik: string, generation = 0): string {
    return participantIdFor(nik, this.secrets.idSecret, generation);
  }
}
