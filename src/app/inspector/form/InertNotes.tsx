import { CircleSlash } from 'lucide-react';
import { useMemo } from 'react';
import type { Resource } from '../../../istio/index.ts';
import { inertParts } from '../../../topology/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import styles from './inert.module.css';

/** So many parts are told of; the picture and the outline tell of all. */
const MOST = 4;

/** What of the resource no traffic reaches, and why. A press leads to the part. */
export function InertNotes({ resource }: { resource: Resource }) {
  const session = useSession();
  const topology = useSessionState((state) => state.analysis.topology);
  const parts = useMemo(() => inertParts(topology, resource.id), [topology, resource.id]);
  if (!parts.length) return null;
  const select = (path: Resource['source']['path']) =>
    session.dispatch({ type: 'select', resource: resource.id, path, origin: 'system' });
  return (
    <section aria-label="Without traffic" className={styles.notes}>
      <CircleSlash size={14} aria-hidden="true" className={styles.icon} />
      <ul>
        {parts.slice(0, MOST).map(({ what, path, why }) => (
          <li key={`${what} ${path.join('.')}`}>
            {what !== '' && (
              <button type="button" className={styles.part} onClick={() => select(path)}>
                {what}
              </button>
            )}
            {what === '' ? 'No traffic comes here. ' : ' '}
            {why}
          </li>
        ))}
        {parts.length > MOST && <li>{`And ${parts.length - MOST} more without traffic.`}</li>}
      </ul>
    </section>
  );
}
