import { formatPath } from '../../../yaml/index.ts';
import type { Resource } from '../../../istio/index.ts';
import type { LineHit } from '../../../text/index.ts';
import { KindGlyph, type Stop } from '../../controls/index.ts';
import type { SearchEntry } from './entries.ts';
import { partsOf } from './parts.ts';
import styles from './SearchTab.module.css';

interface PlaceRowProps {
  entry: Extract<SearchEntry, { readonly within: string }>;
  stop: Stop;
  current: boolean;
  onPress: () => void;
}

/** A place that was found: press it to go there. */
export function PlaceRow({ entry, stop, current, onPress }: PlaceRowProps) {
  return (
    <button
      type="button"
      {...stop}
      className={current ? `${styles.place} ${styles.current}` : styles.place}
      aria-current={current ? 'true' : undefined}
      onClick={onPress}
    >
      {'hit' in entry ? (
        <Line hit={entry.hit} />
      ) : 'place' in entry ? (
        <>
          <Named resource={entry.place.resource} />
          <code className={styles.path}>{formatPath(entry.place.path)}</code>
          {entry.place.defines && <span className={styles.defines}>defines it</span>}
        </>
      ) : (
        <>
          <Named resource={entry.resource} />
          <span className={styles.detail}>{entry.resource.source.file}</span>
        </>
      )}
    </button>
  );
}

function Named({ resource: { kind, namespace, name } }: { resource: Resource }) {
  return (
    <span className={styles.named}>
      <KindGlyph kind={kind} size={14} />
      <span className="visually-hidden">{kind} </span>
      {name}
      {namespace && <span className={styles.detail}>{namespace}</span>}
    </span>
  );
}

function Line({ hit }: { hit: LineHit }) {
  return (
    <>
      <span className={styles.number}>
        <span className="visually-hidden">line </span>
        {hit.line}
      </span>
      <code className={styles.line}>
        {partsOf(hit).map(({ text, found, from }) =>
          found ? <mark key={from}>{text}</mark> : <span key={from}>{text}</span>,
        )}
      </code>
    </>
  );
}
