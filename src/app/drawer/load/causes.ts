import type { Session, WorkspaceLoad } from '../../../session/index.ts';
import type { Operation } from '../../../operations/index.ts';
import { labStore } from './labStore.ts';

type Cause = WorkspaceLoad['causes'][number];
type Fix = NonNullable<Cause['fix']>;

const HARM = /^(overflow|no-healthy|timeout|try-timeout|retry-(exhausted|overflow)|connect)/;

/** Whether it cost answers, or only changed who gets what. */
export const toneOf = ({ kind }: Pick<Cause, 'kind'>): 'error' | 'warn' =>
  HARM.test(kind) ? 'error' : 'warn';

/** Looks at a sentence: its time in the chart, its field in form, YAML and picture. */
export function chooseCause(session: Session, index: number): void {
  const cause = labStore.get().run?.report.causes[index];
  if (!cause) return;
  labStore.set({ cause: index, time: cause.from });
  showPlace(session, cause);
}

/** Shows the field that something points at, everywhere; the keyboard stays where it is. */
export function showPlace(session: Session, { resource, path }: Pick<Cause, 'resource' | 'path'>): void {
  if (resource === undefined || !session.getState().analysis.mesh.byId.has(resource)) return;
  session.dispatch({ type: 'select', resource, path: path ?? [], origin: 'drawer' });
}

/** Does what a sentence offers, as one undo step; the curves of before stay as a shadow. */
export function applyFix(session: Session, { resource, path, value }: Fix): void {
  const operation: Operation = { kind: 'set-field', resource, path, value };
  session.dispatch({ type: 'operate', operation, origin: 'drawer' });
}
