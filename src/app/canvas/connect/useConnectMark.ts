import type { TopologyNode } from '../../../topology/index.ts';
import { useSession } from '../../session.tsx';
import { useCanvasState } from '../state/useCanvasState.ts';
import { canStart } from './ends.ts';
import { meaningOf } from './meaning.ts';

/**
 * How a node looks while a connection is drawn: `from`, `over` (the line would end here), `yes` and `no` (it could, or
 * could not). In connect mode, before a line is begun, `start` marks where one can begin. Null otherwise.
 */
export function useConnectMark(node: TopologyNode): 'from' | 'over' | 'yes' | 'no' | 'start' | null {
  const session = useSession();
  return useCanvasState(({ connecting, mode }) => {
    if (!connecting) return mode === 'connect' && canStart(node) ? 'start' : null;
    if (connecting.from.node === node.id) return 'from';
    if (connecting.over?.node === node.id) return connecting.refusal === null ? 'over' : 'no';
    const meaning = meaningOf(session.getState(), connecting.from, { node: node.id, row: null });
    return 'refusal' in meaning ? 'no' : 'yes';
  });
}
