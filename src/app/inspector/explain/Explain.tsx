import { SquarePen, TriangleAlert } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import type { Resource } from '../../../istio/index.ts';
import { explainResource, type Sentence } from '../../../traffic/index.ts';
import { isWithin } from '../../../yaml/index.ts';
import { IconButton, RovingList } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { reading } from '../reading.ts';
import styles from './Explain.module.css';

/** The resource in plain sentences, each of which leads to what says so. */
export default function Explain({ resource }: { resource: Resource }) {
  const session = useSession();
  const mesh = useDeferredValue(useSessionState((state) => state.analysis.mesh));
  const path = useSessionState(({ selection }) =>
    selection?.resource === resource.id ? selection.path : null,
  );
  const sentences = useMemo(() => explainResource(mesh, resource), [mesh, resource]);
  const select = (sentence: Sentence, origin: 'form' | 'palette') =>
    session.dispatch({ type: 'select', resource: resource.id, path: sentence.path, origin });
  if (sentences.length === 0)
    return <p className={styles.nothing}>There is nothing to explain: no traffic depends on this kind.</p>;
  return (
    <RovingList
      label="In words"
      className={styles.list}
      items={sentences.map((sentence, index) => ({ sentence, key: `${index} ${sentence.path.join('.')}` }))}
      keyOf={({ key }) => key}
      heightOf={() => 52}
    >
      {({ sentence }, stop) => {
        const current = path !== null && path.length > 1 && isWithin(path, sentence.path);
        return (
          <div className={current ? `${styles.row} ${styles.current}` : styles.row}>
            <button
              type="button"
              {...stop}
              className={styles.main}
              aria-current={current ? 'true' : undefined}
              onClick={() => select(sentence, 'form')}
            >
              {sentence.odd && <TriangleAlert size={14} aria-hidden className={styles.odd} />}
              <span>
                {sentence.odd && <span className="visually-hidden">Worth a look: </span>}
                {sentence.text}
              </span>
            </button>
            <IconButton
              label="Change it in the form"
              className={styles.field}
              tabIndex={stop.tabIndex}
              onClick={() => {
                reading.set('form');
                select(sentence, 'palette');
              }}
            >
              <SquarePen size={14} aria-hidden />
            </IconButton>
          </div>
        );
      }}
    </RovingList>
  );
}
