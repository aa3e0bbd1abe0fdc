export type RefusalReason =
  | 'not-found'
  | 'broken'
  | 'alias'
  | 'merge'
  | 'wrong-parent'
  | 'out-of-range'
  | 'duplicate'
  | 'not-plain'
  | 'unsafe';

/** An edit that cannot be made without risk. The text stays as it was; the message says why, and what to do instead. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
