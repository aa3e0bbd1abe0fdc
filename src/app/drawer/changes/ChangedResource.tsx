import type { ResourceChange } from '../../../exchange/index.ts';
import { KindGlyph, type Stop } from '../../controls/index.ts';
import { RESOURCE_WORDS } from './words.ts';
import styles from './ChangedFile.module.css';

interface ChangedResourceProps {
  change: ResourceChange;
  stop: Stop;
  current: boolean;
  onPress: () => void;
}

/** A resource under its file: press it to see what became of it. */
export function ChangedResource({ change, stop, current, onPress }: ChangedResourceProps) {
  const resource = change.after ?? change.before;
  if (!resource) return null;
  const { kind, namespace, name } = resource;
  return (
    <div className={current ? `${styles.row} ${styles.current}` : styles.row}>
      <button
        type="button"
        {...stop}
        className={`${styles.main} ${styles.inner}`}
        aria-current={current}
        title={`${kind} ${[namespace, name].filter(Boolean).join('/')}`}
        onClick={onPress}
      >
        <KindGlyph kind={resource.type} size={14} />
        <span className="visually-hidden">{kind}</span>
        <span className={styles.path}>{name || kind}</span>
        <span className={styles.kind}>{RESOURCE_WORDS[change.how]}</span>
      </button>
    </div>
  );
}
