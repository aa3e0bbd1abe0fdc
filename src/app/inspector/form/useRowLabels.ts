import { useLayoutEffect } from 'react';
import type { Resource } from '../../../istio/index.ts';
import { useSessionState } from '../../session.tsx';
import { pathKey } from '../model/path.ts';
import type { FormModel } from './context.ts';

/** The picture's words for the rows of a resource, so that a card is called what its row is called. */
export function useRowLabels(form: FormModel, resource: Resource): void {
  const rows = useSessionState(
    (state) => state.analysis.topology.nodes.find((node) => node.resource === resource.id)?.rows,
  );
  useLayoutEffect(() => {
    form.rowLabels.set(new Map((rows ?? []).map((row) => [pathKey(row.path), row.label])));
  }, [form, rows]);
}
