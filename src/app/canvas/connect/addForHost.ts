import { newResource, suggestedName } from '../../../operations/index.ts';
import type { Session } from '../../../session/index.ts';
import { announce, canvasStore, type Spot } from '../state/canvasState.ts';
import { HOST_KINDS } from './ends.ts';
import { findEnd } from './meaning.ts';

/** A line from a host into empty space: a new DestinationRule for that host, beside it. Returns whether it was added. */
export function addRuleForHost(session: Session, from: Spot): boolean {
  canvasStore.set({ connecting: null, choosingFor: null });
  const state = session.getState();
  const end = findEnd(state, from);
  if (!end || !HOST_KINDS.has(end.node.kind)) return false;
  const context = {
    namespace: end.resource?.namespace ?? end.node.namespace,
    near: end.resource ?? undefined,
    knownHost: end.resource ? undefined : end.node.label,
  };
  const name = suggestedName('DestinationRule', context);
  const file = end.resource?.source.file ?? state.activeFile ?? state.workspace.files[0]?.path;
  if (file === undefined) return false;
  const value = newResource('DestinationRule', { ...context, name });
  const done = session.dispatch({
    type: 'operate',
    operation: { kind: 'add-resource', file, value },
    origin: 'canvas',
  });
  if (done) announce(`Added DestinationRule ${name} for ${end.node.label}`);
  return done;
}
