import { lazy, Suspense } from 'react';
import { page } from '../../editable.ts';
import { useSessionState } from '../../session.tsx';
import { EdgeLayer } from './EdgeLayer.tsx';

// Comes with the first place that is selected: some places are lines.
const EdgeGrips = lazy(async () => ({ default: (await import('../connect/EdgeGrips.tsx')).EdgeGrips }));

/** All that is drawn of edges. */
export default function Edges() {
  const isPlace = useSessionState(({ selection }) => selection !== null && selection.path.length > 0);
  return (
    <>
      <EdgeLayer />
      <Suspense>{isPlace && !page.readOnly && <EdgeGrips />}</Suspense>
    </>
  );
}
