import type { Session } from '../../../session/index.ts';
import { announce, canvasStore, type How, type Line, type Spot } from '../state/canvasState.ts';
import { meaningOf } from './meaning.ts';
import { refuse } from './refuse.ts';

export { meaningOf };

/** Draws the line: does what it means, or says why it means nothing. Ends connecting either way. */
export function connect(session: Session, line: Line, to: Spot, how: How = 'route'): boolean {
  canvasStore.set({ connecting: null, choosingFor: null });
  const meaning = meaningOf(session.getState(), line, to, how);
  if ('refusal' in meaning) {
    refuse(session, 'Not connected', meaning.refusal);
    return false;
  }
  const done = session.dispatch({ type: 'operate', operation: meaning.operation, origin: 'canvas' });
  if (done) announce(meaning.words);
  return done;
}
