import type { NodeRow, TopologyNode } from '../../../topology/index.ts';
import { useSession } from '../../session.tsx';
import { announce } from '../state/canvasState.ts';
import { NameInput } from './NameInput.tsx';
import { nameRefusal } from './nameRefusal.ts';

/** The name of a subset, being edited in its row; all destinations that name it follow. */
export function SubsetName({ node, row }: { node: TopologyNode; row: NodeRow }) {
  const session = useSession();
  const keep = (name: string) => {
    if (node.resource === null) return false;
    const operation = { kind: 'rename-subset', resource: node.resource, subset: row.label, name } as const;
    const done = session.dispatch({ type: 'operate', operation, origin: 'canvas' });
    if (done) announce(`Renamed to ${name}`);
    return done;
  };
  return (
    <NameInput label={`Name of subset ${row.label}`} name={row.label} refuse={nameRefusal} onKeep={keep} />
  );
}
