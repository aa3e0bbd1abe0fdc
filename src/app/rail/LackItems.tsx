import type { Resource } from '../../istio/index.ts';
import { lacksOf } from '../../operations/index.ts';
import { MenuItem, MenuLine } from '../controls/index.ts';
import { useSession, useSessionState } from '../session.tsx';

const WORDS = {
  'assume-service': 'Service',
  'assume-workload': 'workload',
  'assume-namespace': 'namespace',
} as const;

/** More would fill the menu; the problems have the rest. */
const SHOWN = 5;

/** What a resource speaks of and the files lack: a press says that the cluster has it. */
export function LackItems({ resource }: { resource: Resource }) {
  const session = useSession();
  const mesh = useSessionState((state) => state.analysis.mesh);
  const now = mesh.byId.get(resource.id) ?? resource;
  const lacks = lacksOf(mesh, now).slice(0, SHOWN);
  if (lacks.length === 0) return null;
  return (
    <>
      {lacks.map((operation) => (
        <MenuItem
          key={`${operation.kind} ${operation.name}`}
          title={`Assume ${WORDS[operation.kind]} ${operation.name} exists`}
          onClick={() => session.dispatch({ type: 'operate', operation, origin: 'rail' })}
        />
      ))}
      <MenuLine />
    </>
  );
}
