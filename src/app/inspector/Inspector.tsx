import { lazy, Suspense, useEffect } from 'react';
import { useAtRest } from '../shell/useAtRest.ts';
import { useSessionState } from '../session.tsx';
import { useCell } from './form/cell.ts';
import { InspectorHeader } from './InspectorHeader.tsx';
import { Overview } from './Overview.tsx';
import { reading } from './reading.ts';
import { ResourceFacts } from './ResourceFacts.tsx';
import styles from './Inspector.module.css';

const loadForm = () => import('./form/ResourceForm.tsx');
const Explain = lazy(() => import('./explain/Explain.tsx'));
const ResourceForm = lazy(async () => ({ default: (await loadForm()).ResourceForm }));

/** The pane that shows what is selected, as a form or in words. */
export function Inspector() {
  const resource = useSessionState(({ analysis, selection }) =>
    selection ? analysis.mesh.byId.get(selection.resource) : undefined,
  );
  const view = useCell(reading, (now) => now);
  // The first screen has nothing selected: the form comes when it is wanted, or once the page is at rest.
  const atRest = useAtRest();
  useEffect(() => {
    if (atRest) void loadForm();
  }, [atRest]);
  // A resource keeps its form while it is renamed: it is known here by where it stands.
  const place =
    resource &&
    `${resource.type} ${resource.source.file} ${resource.source.document} ${resource.source.path.join('.')}`;
  return (
    <div className={styles.inspector}>
      <InspectorHeader resource={resource} />
      {!resource ? (
        <Overview />
      ) : view === 'explain' ? (
        <Suspense fallback={null}>
          <Explain key={place} resource={resource} />
        </Suspense>
      ) : resource.modelled ? (
        <Suspense fallback={null}>
          <ResourceForm key={place} place={place ?? ''} resource={resource} />
        </Suspense>
      ) : (
        <ResourceFacts key={place} resource={resource} />
      )}
    </div>
  );
}
