import type { ResourceRef } from '../../../istio/index.ts';
import { KindGlyph } from '../../controls/index.ts';
import styles from './ResourceNames.module.css';

const SHOWN = 8;

/** A few resources by name; of many, the first and how many more. */
export function ResourceNames({ resources }: { resources: readonly ResourceRef[] }) {
  if (resources.length === 0) return null;
  return (
    <ul className={styles.names}>
      {resources.slice(0, SHOWN).map((resource) => (
        <li key={`${resource.kind}/${resource.namespace}/${resource.name}`}>
          <KindGlyph kind={resource.kind} size={14} />
          <span className={styles.name}>{resource.name}</span>
          <span className={styles.kind}>{resource.kind}</span>
        </li>
      ))}
      {resources.length > SHOWN && <li className={styles.kind}>and {resources.length - SHOWN} more</li>}
    </ul>
  );
}
