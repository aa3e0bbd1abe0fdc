import type { NodeRow, TopologyNode } from '../../../topology/index.ts';
import { panes } from '../../commands/panes.ts';
import { renameNamed } from '../../commands/renaming.ts';
import { useSession } from '../../session.tsx';
import { announce } from '../state/canvasState.ts';
import { NameInput } from './NameInput.tsx';
import { nameRefusal } from './nameRefusal.ts';

/** The name of a subset, being edited in its row; all destinations that name it follow. */
export function SubsetName({ node, row }: { node: TopologyNode; row: NodeRow }) {
  const session = useSession();
  const keep = (name: string) => {
    if (node.resource === null) return false;
    const named = { resource: node.resource, subset: row.label };
    const outcome = renameNamed(session, panes, named, name, 'canvas');
    if (outcome === 'done') announce(`Renamed to ${name}`);
    return outcome !== 'refused';
  };
  return (
    <NameInput label={`Name of subset ${row.label}`} name={row.label} refuse={nameRefusal} onKeep={keep} />
  );
}
