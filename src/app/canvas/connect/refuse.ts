import type { Session } from '../../../session/index.ts';
import { announce } from '../state/canvasState.ts';

/** Says why a gesture did nothing. */
export function refuse(session: Session, title: string, detail: string): void {
  session.dispatch({ type: 'notify', notice: { tone: 'warning', title, detail } });
  announce(`${title}. ${detail}`);
}
