import type { Session } from '../../../session/index.ts';
import { announce } from '../state/canvasState.ts';

/** Says why a gesture did nothing: until the next one did something, or was refused too. */
export function refuse(session: Session, title: string, detail: string): void {
  session.dispatch({ type: 'retract', about: 'gesture' });
  session.dispatch({ type: 'notify', notice: { about: 'gesture', tone: 'warning', title, detail } });
  announce(`${title}. ${detail}`);
}
