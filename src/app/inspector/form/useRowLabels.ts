import { useLayoutEffect, useRef } from 'react';
import type { Resource } from '../../../istio/index.ts';
import type { TopologyNode } from '../../../topology/index.ts';
import { useSessionState } from '../../session.tsx';
import { pathKey } from '../model/path.ts';
import type { FormModel } from './context.ts';

/** The picture's words for the rows of a resource, so that a card is called what its row is called. */
export function useRowLabels(form: FormModel, resource: Resource): void {
  // Asked with every key, and nearly always it stands where it stood.
  const at = useRef(-1);
  const rows = useSessionState(({ analysis: { topology } }) => {
    const isIts = (node: TopologyNode | undefined) => node?.resource === resource.id;
    if (!isIts(topology.nodes[at.current])) at.current = topology.nodes.findIndex(isIts);
    return topology.nodes[at.current]?.rows;
  });
  useLayoutEffect(() => {
    form.rowLabels.set(new Map((rows ?? []).map((row) => [pathKey(row.path), row.label])));
  }, [form, rows]);
}
