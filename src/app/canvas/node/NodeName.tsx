import type { TopologyNode } from '../../../topology/index.ts';
import { useSession } from '../../session.tsx';
import { announce } from '../state/canvasState.ts';
import { NameInput } from './NameInput.tsx';
import { nameRefusal } from './nameRefusal.ts';

/** The name of a resource, being edited in its node. */
export function NodeName({ node }: { node: TopologyNode }) {
  const session = useSession();
  const keep = (name: string) => {
    if (node.resource === null) return false;
    const operation = { kind: 'rename-resource', resource: node.resource, name } as const;
    const done = session.dispatch({ type: 'operate', operation, origin: 'canvas' });
    if (done) announce(`Renamed to ${name}`);
    return done;
  };
  return <NameInput label={`Name of ${node.label}`} name={node.label} refuse={nameRefusal} onKeep={keep} />;
}
