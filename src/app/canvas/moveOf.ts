import { asList, valueAt } from '../../istio/index.ts';
import type { Operation } from '../../operations/index.ts';
import type { SessionState } from '../../session/index.ts';
import { rowAt } from './state/selected.ts';

type Move = Extract<Operation, { kind: 'move-item' }>;

/** Moving the selected rule of a VirtualService by one; null where none is selected, or it is at the end already. */
export function moveOf(
  { selection, analysis }: Pick<SessionState, 'selection' | 'analysis'>,
  step: 1 | -1,
): Move | null {
  const node = analysis.topology.nodes.find(
    ({ resource, kind }) => kind === 'VirtualService' && resource === selection?.resource,
  );
  const path = selection && node?.rows.find(({ id }) => id === rowAt(node, selection.path))?.path;
  const from = path?.at(-1);
  if (!path || typeof from !== 'number') return null;
  const list = path.slice(0, -1);
  const to = from + step;
  const length = asList(valueAt(analysis.mesh.byId.get(selection.resource)?.value, list)).length;
  return to < 0 || to >= length
    ? null
    : { kind: 'move-item', resource: selection.resource, path: list, from, to };
}
