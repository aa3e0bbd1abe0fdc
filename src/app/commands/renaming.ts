import { namingsByName, type Named } from '../../operations/index.ts';
import type { Origin, Session } from '../../session/index.ts';
import type { Panes } from './panes.ts';

/**
 * Gives a resource or a subset the name that was typed: at once where nothing names it; else it asks whether the places
 * that do follow. Returns `done`, `asked`, or `refused`, which the session has then told why.
 */
export function renameNamed(
  session: Session,
  panes: Panes,
  named: Named,
  name: string,
  origin: Origin,
): 'done' | 'asked' | 'refused' {
  const { resource, subset } = named;
  if (namingsByName(session.getState().analysis.mesh, named).length > 0 && panes.shell) {
    panes.shell.openDialog('rename', resource, { name, ...(subset === undefined ? {} : { subset }) });
    return 'asked';
  }
  const operation =
    subset === undefined
      ? ({ kind: 'rename-resource', resource, name } as const)
      : ({ kind: 'rename-subset', resource, subset, name } as const);
  return session.dispatch({ type: 'operate', operation, origin }) ? 'done' : 'refused';
}
