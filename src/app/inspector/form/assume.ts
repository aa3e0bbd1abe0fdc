import type { Problem } from '../../../checks/index.ts';
import type { Operation } from '../../../operations/index.ts';
import type { Session } from '../../../session/index.ts';
import type { Path } from '../../../yaml/index.ts';
import type { FormModel } from './context.ts';

/** Whether an operation says what the cluster has, and nothing else. */
function isAssumption(operation: Operation): boolean {
  return operation.kind === 'all'
    ? operation.operations.every(isAssumption)
    : operation.kind.startsWith('assume-');
}

/** Whether a problem offers to assume what is missing, so that the form need not. */
export function offersToAssume({ fixes }: Problem): boolean {
  return fixes.some(({ operation }) => isAssumption(operation));
}

/** Does what a fix or a note at a place of the form offers. Who assumes something goes on where they are. */
export function applyAt(session: Session, form: FormModel, path: Path, operation: Operation): boolean {
  const { id } = form.resource();
  const done = session.dispatch({ type: 'operate', operation, origin: 'form' });
  if (done && isAssumption(operation)) {
    session.dispatch({ type: 'select', resource: id, path, origin: 'form' });
  }
  return done;
}
