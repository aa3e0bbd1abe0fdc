import type { TopologyNode } from '../../../topology/index.ts';
import { panes } from '../../commands/panes.ts';
import { renameNamed } from '../../commands/renaming.ts';
import { useSession } from '../../session.tsx';
import { announce } from '../state/canvasState.ts';
import { NameInput } from './NameInput.tsx';
import { nameRefusal } from './nameRefusal.ts';

/** The name of a resource, being edited in its node. */
export function NodeName({ node }: { node: TopologyNode }) {
  const session = useSession();
  const keep = (name: string) => {
    if (node.resource === null) return false;
    const outcome = renameNamed(session, panes, { resource: node.resource }, name, 'canvas');
    if (outcome === 'done') announce(`Renamed to ${name}`);
    return outcome !== 'refused';
  };
  return <NameInput label={`Name of ${node.label}`} name={node.label} refuse={nameRefusal} onKeep={keep} />;
}
