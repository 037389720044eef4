/** A message on its way through a group. */
export interface GroupMessage {
  /** Its revision in the stream that the group reads, or its position in `$all`. */
  readonly number: number;
  /** The id by which consumers acknowledge it: that of the stored event, also when the event is a link. */
  readonly id: string;
  /** What pins it to a consumer; empty when the group does not pin. */
  readonly pin: string;
  /** The stored event, encoded; undefined once it was delivered, because then it is read again when it is needed. */
  readonly body: Buffer | undefined;
  /** How often it was delivered before. */
  readonly retryCount: number;
  /** Its revision in the stream of parked messages, when it is being replayed from there. */
  readonly parkedRevision: number | undefined;
}

/** A message that goes to a consumer now. */
export interface Delivery<Consumer> {
  readonly consumer: Consumer;
  readonly message: GroupMessage;
}
