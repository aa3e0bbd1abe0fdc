import type { Session } from '../../../session/index.ts';

/** Takes a pasted curl command into the fields. Returns false for any other text. */
export function pastedCurl(_session: Session, _text: string): boolean {
  return false;
}
