import type { TopologyNode } from '../../../topology/index.ts';
import type { SessionState } from '../../../session/index.ts';
import type { CanvasState } from '../state/canvasState.ts';
import { canStart } from './ends.ts';

export type ConnectMark = 'from' | 'over' | 'yes' | 'no' | 'start' | null;

/**
 * How a node looks while a connection is drawn: `from`, `over` (the line would end here), `yes` and `no` (it could, or
 * could not). In connect mode, before a line is begun, `start` marks where one can begin. Null otherwise.
 */
export function connectMark(
  node: TopologyNode,
  { connecting, mode, dropping }: Pick<CanvasState, 'connecting' | 'mode' | 'dropping'>,
  session: () => SessionState,
): ConnectMark {
  if (dropping?.over?.node === node.id) return 'over';
  if (!connecting) return mode === 'connect' && canStart(node) ? 'start' : null;
  if (connecting.from.node === node.id) return 'from';
  if (connecting.over?.node === node.id) return connecting.refusal === null ? 'over' : 'no';
  const { how, meaningOf } = connecting;
  return 'refusal' in meaningOf(session(), connecting, { node: node.id, row: null }, how) ? 'no' : 'yes';
}
