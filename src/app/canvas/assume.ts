import { asNumber, valueAt } from '../../istio/index.ts';
import { lacksOf, namespaceToAssume, serviceToAssume } from '../../operations/index.ts';
import type { SessionState } from '../../session/index.ts';
import type { TopologyNode } from '../../topology/index.ts';
import type { Command } from '../commands/command.ts';
import { announce, canvasStore } from './state/canvasState.ts';
import { isSelectedEdge } from './state/selected.ts';

type Seen = Pick<SessionState, 'analysis' | 'selection'>;

/** The node that no file defines and that is selected: by itself on the canvas, elsewhere by what names it. */
export function selectedGhost({ analysis: { topology }, selection }: Seen): TopologyNode | null {
  const ghost = (id: string) => topology.nodes.find((node) => node.id === id && node.dangling) ?? null;
  const { cursor } = canvasStore.get();
  const pointed = cursor && selection?.origin === 'canvas' ? ghost(cursor.node) : null;
  if (pointed) return pointed;
  const named = topology.edges.filter((edge) => isSelectedEdge(selection, edge));
  return named.map((edge) => ghost(edge.target)).find((node) => node !== null) ?? null;
}

/** The Service that would make the selected ghost real, with the ports that its references ask for. */
export function selectedService(state: Seen) {
  const ghost = selectedGhost(state);
  if (ghost?.kind !== 'Host') return null;
  const { mesh, topology } = state.analysis;
  const ports = topology.edges.flatMap(({ target, origin }) => {
    if (target !== ghost.id || !origin) return [];
    const named = valueAt(mesh.byId.get(origin.resource)?.value, origin.path);
    return (
      asNumber(valueAt(named, ['port', 'number']) ?? valueAt(named, ['destination', 'port', 'number'])) ?? []
    );
  });
  return serviceToAssume(mesh, ghost.label, ports);
}

/** The namespace of what is selected, where nothing says that the cluster has it. */
export function selectedNamespace(state: Seen) {
  const { analysis, selection } = state;
  const resource = selection && analysis.mesh.byId.get(selection.resource);
  const name = selectedGhost(state)?.namespace ?? resource?.namespace ?? '';
  return namespaceToAssume(analysis.mesh, name);
}

/** The workloads that what is selected picks by labels, where the files hold none. */
export function selectedWorkload({ analysis, selection }: Seen) {
  const resource = selection && analysis.mesh.byId.get(selection.resource);
  const lacks = resource ? lacksOf(analysis.mesh, resource) : [];
  return lacks.find(({ kind }) => kind === 'assume-workload') ?? null;
}

/** What the cluster has and the files lack, said from where it is missed. */
export const assumeCommands: Command[] = [
  {
    id: 'canvas.assume-service',
    title: 'Assume that the selected Service exists',
    group: 'Canvas',
    keys: ['E'],
    within: 'canvas',
    enabled: (state) => selectedService(state) !== null,
    run: ({ session }) => {
      const operation = selectedService(session.getState());
      if (!operation) return announce('Select a Service that these files lack first.');
      if (session.dispatch({ type: 'operate', operation, origin: 'canvas' }))
        announce(`Service ${operation.name} in ${operation.namespace} is now assumed to exist`);
    },
  },
  {
    id: 'canvas.assume-workload',
    title: 'Assume that the workload which the selected resource picks exists',
    group: 'Canvas',
    keys: ['Shift+E'],
    within: 'canvas',
    enabled: (state) => selectedWorkload(state) !== null,
    run: ({ session }) => {
      const operation = selectedWorkload(session.getState());
      if (!operation) return announce('Select what picks workloads that these files lack first.');
      if (session.dispatch({ type: 'operate', operation, origin: 'canvas' }))
        announce(`Workload ${operation.name} is now assumed to exist`);
    },
  },
  {
    id: 'canvas.assume-namespace',
    title: 'Assume that the namespace of what is selected exists',
    group: 'Canvas',
    within: 'canvas',
    enabled: (state) => selectedNamespace(state) !== null,
    run: ({ session }) => {
      const operation = selectedNamespace(session.getState());
      if (!operation) return announce('This namespace is known already.');
      if (session.dispatch({ type: 'operate', operation, origin: 'canvas' }))
        announce(`Namespace ${operation.name} is now assumed to exist`);
    },
  },
];
