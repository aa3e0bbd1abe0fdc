import { namingsOf, type Named, type Operation } from '../../operations/index.ts';
import type { Origin, Session } from '../../session/index.ts';
import { offerUndo } from './offerUndo.ts';
import type { Panes } from './panes.ts';

/**
 * Deletes a resource or a subset: at once, with an offer to undo it, where nothing names it; else it asks what becomes of
 * the places that do. Returns whether it was deleted at once.
 */
export function deleteNamed(session: Session, panes: Panes, named: Named, origin: Origin): boolean {
  const { resource, subset } = named;
  const { mesh } = session.getState().analysis;
  if (namingsOf(mesh, named).length > 0 && panes.shell) {
    panes.shell.openDialog('delete', resource, subset === undefined ? {} : { subset });
    return false;
  }
  const operation: Operation =
    subset === undefined
      ? { kind: 'delete-resource', resource }
      : { kind: 'delete-subset', resource, subset };
  const name = subset ?? mesh.byId.get(resource)?.name ?? '';
  if (!session.dispatch({ type: 'operate', operation, origin })) return false;
  offerUndo(session, `Deleted ${name}`);
  return true;
}
