import { useSessionState } from '../session.tsx';
import { ResourceForm } from './form/ResourceForm.tsx';
import { InspectorHeader } from './InspectorHeader.tsx';
import { Overview } from './Overview.tsx';
import { ResourceFacts } from './ResourceFacts.tsx';
import styles from './Inspector.module.css';

/** The pane that shows what is selected as a form. */
export function Inspector() {
  const resource = useSessionState(({ analysis, selection }) =>
    selection ? analysis.mesh.byId.get(selection.resource) : undefined,
  );
  // A resource keeps its form while it is renamed: it is known here by where it stands.
  const place =
    resource &&
    `${resource.type} ${resource.source.file} ${resource.source.document} ${resource.source.path.join('.')}`;
  return (
    <div className={styles.inspector}>
      <InspectorHeader resource={resource} />
      {!resource ? (
        <Overview />
      ) : resource.modelled ? (
        <ResourceForm key={place} resource={resource} />
      ) : (
        <ResourceFacts key={place} resource={resource} />
      )}
    </div>
  );
}
