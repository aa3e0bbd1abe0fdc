import { useEffect, useState } from 'react';
import type { SaidOutcome } from '../../traffic/index.ts';
import { paneSoon } from '../commands/panes.ts';
import { tellFailure } from '../commands/tellFailure.ts';
import { useSession } from '../session.tsx';
import type { EmbedOptions } from './options.ts';

/** So many nodes can be told apart in a frame. */
const FEW = 24;

/** Does once what the address asks for: selects a resource, narrows the picture to it, shows a request's way. Returns what becomes of the request. */
export function useAsked({ select, focus, request, from }: EmbedOptions): SaidOutcome | null {
  const session = useSession();
  const [outcome, setOutcome] = useState<SaidOutcome | null>(null);
  useEffect(() => {
    const { nodes } = session.getState().analysis.placed;
    // Who reads a document sees the whole at a glance; of a crowd its beginning.
    void paneSoon('canvas').then((canvas) => (nodes.length <= FEW ? canvas?.fit() : canvas?.overlook()));
  }, [session]);
  useEffect(() => {
    const { mesh, topology } = session.getState().analysis;
    const id = select && (mesh.byId.has(select) ? select : select.replace(/^([^/]+)\/([^/]+)$/, '$1//$2'));
    if (id && mesh.byId.has(id)) {
      session.dispatch({ type: 'select', resource: id, origin: 'system' });
      const node = topology.nodes.find(({ resource }) => resource === id);
      if (focus && node) session.dispatch({ type: 'view', view: { focus: { node: node.id } } });
    } else if (select) {
      const missing = new Error(`There is no ${select} in these files. Write it as Kind/namespace/name.`);
      tellFailure(session, 'Nothing is selected')(missing);
    }
    if (request === null) return;
    import('./showRequest.ts')
      .then(({ showRequest }) => showRequest(session, request, from))
      .then(setOutcome, tellFailure(session, 'The request is not shown'));
  }, [session, select, focus, request, from]);
  return outcome;
}
